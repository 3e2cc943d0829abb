import type { ServerResponse } from 'node:http';
import type { Workspace } from './core/workspace.ts';
import { typeOf } from './state/file-shape.ts';

type Upload = { readonly id: string; readonly contentType: string; readonly body: Buffer };

/** Takes the bytes of a file, as they are or in a form. */
export async function receiveFile(
  workspace: Workspace,
  { id, contentType, body }: Upload,
  outgoing: ServerResponse,
): Promise<void> {
  const bytes = contentType.startsWith('multipart/form-data') ? await partOf(body, contentType) : body;
  const file = workspace.store.state.files[id];
  if (!file || file.isComplete === true || bytes.length !== file.length) {
    outgoing.writeHead(400, { 'content-type': 'text/plain' }).end('invalid_upload');
    return;
  }
  file.content = bytes.toString('base64');
  workspace.changed();
  outgoing.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

async function partOf(body: Buffer, contentType: string): Promise<Buffer> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const [part] = [...form.values()];
  return part instanceof Blob ? Buffer.from(await part.arrayBuffer()) : Buffer.from(part ?? '');
}

/** Shows a file to whoever is on this machine. */
export function serveFile(workspace: Workspace, id: string, outgoing: ServerResponse): void {
  const file = workspace.store.state.files[id];
  if (file?.content === undefined || file.isComplete !== true) {
    outgoing.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.');
    return;
  }
  const bytes = Buffer.from(file.content, 'base64');
  outgoing
    .writeHead(200, {
      'content-type': typeOf(file.name),
      'content-length': bytes.length,
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    })
    .end(bytes);
}
