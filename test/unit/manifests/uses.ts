export type Source = { readonly file: string; readonly text: string };

/** What the code asks of Slack, by the names Slack has for it. */
export type Uses = {
  readonly events: ReadonlySet<string>;
  readonly shortcuts: ReadonlySet<string>;
  readonly commands: ReadonlySet<string>;
  /** Steps of workflows. */
  readonly steps: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  /** Listeners whose name could not be told from the text. */
  readonly unclear: readonly string[];
};

const NAME = String.raw`['"]([^'"]+)['"]|([\w.]+)|\{[^}]*?callback_id:\s*(?:['"]([^'"]+)['"]|(\w+))[^}]*\}`;

const FAMILIES =
  'apps|auth|bookmarks|chat|conversations|emoji|files|functions|pins|reactions|reminders|team|usergroups|users|views';
const CALL = new RegExp(String.raw`\.((?:${FAMILIES})(?:\s*\.\s*[a-zA-Z]+)+)\s*\(`, 'g');
const QUOTED = new RegExp(String.raw`['"]((?:${FAMILIES})(?:\.[a-zA-Z]+)+)['"]`, 'g');

export function usesOf(raw: readonly Source[]): Uses {
  const sources = raw.map(({ file, text }) => ({ file, text: withoutComments(text) }));
  const names = declaredNames(sources);
  const listeners = sources.flatMap((source) => listenersIn(source, names));
  const of = (kind: string) =>
    new Set(listeners.flatMap((one) => (one.kind === kind ? one.names : [])).filter((name) => name !== ''));
  return {
    events: new Set([...of('event'), ...(of('function').size > 0 ? ['function_executed'] : [])]),
    shortcuts: of('shortcut'),
    commands: of('command'),
    steps: of('function'),
    methods: new Set(sources.flatMap(methodsIn)),
    unclear: listeners.filter((one) => one.names.length === 0).map(({ file, said }) => `${file}: ${said}`),
  };
}

/** An address such as https://… is no comment: a comment stands at the beginning or after a blank. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

type Names = ReadonlyMap<string, readonly string[]>;

/** `const X = 'y'`, `const XS = ['y', 'z']`, and the `x` of `for (const x of XS)`, wherever they are declared. */
function declaredNames(sources: readonly Source[]): Names {
  const all = sources.map(({ text }) => text).join('\n');
  const names = new Map<string, readonly string[]>();
  for (const [, name = '', value = ''] of all.matchAll(/const (\w+)(?::[^=]+)? = ['"]([^'"]+)['"]/g))
    names.set(name, [value]);
  for (const [, name = '', list = ''] of all.matchAll(/const (\w+)(?::[^=]+)? = \[([^\]]*)\]/g))
    names.set(name, namesInList(list, names));
  return names;
}

function namesInList(list: string, names: Names): readonly string[] {
  return [...list.matchAll(/['"]([^'"]+)['"]|(\w+)/g)].flatMap(([, literal, constant = '']) =>
    literal === undefined ? (names.get(constant) ?? []) : [literal],
  );
}

type Listener = {
  readonly file: string;
  readonly said: string;
  readonly kind: string;
  readonly names: readonly string[];
};

function listenersIn({ file, text }: Source, names: Names): readonly Listener[] {
  const loops = loopNames(text, names);
  const registered = new RegExp(
    String.raw`\bapp\s*\.(event|shortcut|command|function)(?:<[^(]*>)?\(\s*(?:${NAME})`,
    'g',
  );
  return [...text.matchAll(registered)].map(([said, kind = '', literal, constant, inLiteral, inConstant]) => {
    const known = literal ?? inLiteral;
    const named = constant ?? inConstant ?? '';
    const found = known === undefined ? (loops.get(named) ?? names.get(named) ?? []) : [known];
    return { file, said, kind, names: found };
  });
}

function loopNames(text: string, names: Names): Names {
  const loops = text.matchAll(/for \(const (\w+) of (?:\[([^\]]*)\](?: as const)?|(\w+))\)/g);
  return new Map(
    [...loops].map(([, name = '', list, constant = '']) => [
      name,
      list === undefined ? (names.get(constant) ?? []) : namesInList(list, names),
    ]),
  );
}

/** Calls written out, and names in quotes: a call through `apiCall` takes its name from anywhere. */
function methodsIn({ text }: Source): readonly string[] {
  return [...text.matchAll(CALL), ...text.matchAll(QUOTED)].map(([, name = '']) =>
    name.replaceAll(/\s/g, ''),
  );
}
