import { builtPage } from '../../../practice/face/build.ts';
import startDatabase from '../../support/global-setup.ts';
import { chromiumPath } from './chromium.ts';

/** The page is built once, outside of the tests' realm; a missing browser is said before anything else is started. */
export default async function globalSetup(): Promise<void> {
  chromiumPath();
  await builtPage();
  await startDatabase();
}
