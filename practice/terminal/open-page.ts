import { spawn } from 'node:child_process';

const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens the page in whatever browser the machine prefers. Where there is none, the address is enough. */
export async function openPage(url: string, platform: string = process.platform): Promise<readonly string[]> {
  const [command = '', ...args] = OPENERS[platform] ?? ['xdg-open'];
  const hasOpened = await new Promise<boolean>((resolve) => {
    const opener = spawn(command, [...args, url], { stdio: 'ignore' });
    opener.once('error', () => resolve(false));
    opener.once('exit', (code) => resolve(code === 0));
  });
  return [hasOpened ? `Opened ${url}.` : `Open this in a browser: ${url}`];
}
