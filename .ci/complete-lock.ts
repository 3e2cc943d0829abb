import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Adds to package-lock.json the packages for other platforms that a registry did not offer when it was made.
 *
 * A mirror that holds one platform's binaries makes `npm install` leave the others out, and then `npm ci` refuses the
 * lock file as incomplete. Run it after every `npm install`: `npm run lock`.
 */
type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const FILE = 'package-lock.json';
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file, read right after npm wrote it
const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, Entry> };
const missing = Object.values(lock.packages).flatMap((parent) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !(`node_modules/${name}` in lock.packages))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, parent)] as const),
);
const packages = Object.fromEntries(
  [...Object.entries(lock.packages), ...missing].toSorted(([one], [other]) => (one < other ? -1 : 1)),
);
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${missing.length} packages for other platforms added to ${FILE}\n`);

function entryFor(name: string, version: string, parent: Entry): Entry {
  const words = (name.split('/').at(-1) ?? '').replace('windows', 'win32').split('-');
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGnu = words.some((word) => word.startsWith('gnu'));
  return {
    version: version.replace(/^[\^~]/, ''),
    // A name that says nothing of a platform must not be installed either: nobody here has seen the package.
    os: os.length > 0 ? os : ['none'],
    cpu: cpu.length > 0 ? cpu : ['none'],
    ...(isMusl && { libc: ['musl'] }),
    ...(isGnu && { libc: ['glibc'] }),
    ...(parent.dev === true && { dev: true }),
    optional: true,
  };
}
