import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export type Contender = { readonly name: string; readonly run: (text: string) => unknown };

// oxlint-disable-next-line typescript/no-explicit-any -- peers have no types that are worth having here
type Library = any;
type Peer = readonly [name: string, open: (library: Library) => (text: string) => unknown];

const resolvePeer = createRequire(new URL('./peers/package.json', import.meta.url));

const syncRedactor = ({ SyncRedactor }: Library) => {
  const redactor = new SyncRedactor();
  return (text: string) => redactor.redact(text);
};

/** How each is opened and called, as its own readme does. */
const PEERS: readonly Peer[] = [
  ['redact-pii', syncRedactor],
  ['@libretto/redact-pii-light', syncRedactor],
  ['@dawn-analytics/redact-pii', syncRedactor],
  [
    '@redactpii/node',
    ({ Redactor }) => {
      const redactor = new Redactor();
      return (text) => redactor.redact(text);
    },
  ],
  [
    '@coffeeandfun/remove-pii',
    ({ removePII }) =>
      (text) =>
        removePII(text),
  ],
  [
    '@cdssnc/sanitize-pii',
    ({ sanitizePii }) =>
      (text) =>
        sanitizePii(text),
  ],
  [
    '@arcjet/redact',
    ({ redact }) =>
      (text) =>
        redact(text, { redact: ['email', 'phone-number', 'ip-address', 'credit-card-number'] }),
  ],
  [
    'openredaction',
    ({ OpenRedaction }) => {
      const redactor = new OpenRedaction();
      return (text) => redactor.detect(text);
    },
  ],
  [
    'anonymize-nlp',
    ({ AnonymizeNlp }) => {
      const anonymizer = new AnonymizeNlp();
      return (text) => anonymizer.anonymize(text);
    },
  ],
  [
    'wink-nlp',
    ({ default: wink }) => {
      const nlp = wink(resolvePeer('wink-eng-lite-web-model'));
      return (text) =>
        nlp
          .readDoc(text)
          .tokens()
          .filter((token: Library) => token.out(nlp.its.pos) === 'PROPN')
          .out();
    },
  ],
];

/** The peers that are installed, each tried once: some need what a machine may lack. */
export async function installedPeers(): Promise<readonly Contender[]> {
  const found = await Promise.all(PEERS.map(openPeer));
  return found.flatMap((contender) => contender ?? []);
}

async function openPeer([name, open]: Peer): Promise<Contender | undefined> {
  try {
    const run = open(await import(pathToFileURL(resolvePeer.resolve(name)).href));
    await run('call Maria Lopez at 212-555-0101');
    return { name, run };
  } catch (error) {
    console.log(
      `${name} is left out: ${error instanceof Error ? error.message.split('\n')[0] : 'it failed'}`,
    );
    return undefined;
  }
}
