import { builtPage } from '../../../practice/face/build.ts';
import { chromiumPath } from '../../../practice/screens/chromium.ts';
import startDatabase from '../../support/global-setup.ts';

/** The page is built once, outside of the tests' realm; a missing browser is said before anything else is started. */
export default async function globalSetup(): Promise<void> {
  chromiumPath(process.env);
  await builtPage();
  await startDatabase();
}
