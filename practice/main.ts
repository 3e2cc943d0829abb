import { parseArgs } from 'node:util';
import { startWorkspace } from './workspace.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3100' },
    'no-rate-limits': { type: 'boolean', default: false },
    directory: { type: 'string' },
    state: { type: 'string' },
    transport: { type: 'string', default: 'http' },
    'signing-secret': { type: 'string' },
    /** Comma-separated waits in milliseconds before an event is sent again. */
    retries: { type: 'string' },
  },
});

const workspace = await startWorkspace({
  port: Number(values.port),
  rateLimits: !values['no-rate-limits'],
  transport: values.transport === 'socket' ? 'socket' : 'http',
  ...(values.directory && { directoryFile: values.directory }),
  ...(values.state && { stateFile: values.state }),
  ...(values['signing-secret'] && { signingSecret: values['signing-secret'] }),
  ...(values.retries && { retryDelaysMs: values.retries.split(',').map(Number) }),
});

const { url, apiUrl, signingSecret, botToken, appToken } = workspace;
process.stdout.write(`${JSON.stringify({ url, apiUrl, signingSecret, botToken, appToken })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void workspace.close().then(() => process.exit(0)));
}
