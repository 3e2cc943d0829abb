import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

type Entry = {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: object;
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

test('package-lock.json holds every platform’s packages, so that `npm ci` accepts it (npm run lock adds them)', () => {
  const named = Object.values(lock.packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );

  expect(named.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
});

test('package-lock.json names no address that packages came from', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('package.json pins exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  const versions = Object.values({ ...dependencies, ...devDependencies });

  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});
