import type { Json } from '../json.ts';
import type { StoredFile } from './records.ts';

/** A file as Slack describes it; its content lies behind `url_private`. */
export function fileShape(file: StoredFile, baseUrl: string): Json {
  const { id, name, mimetype, size, user, created } = file;
  const address = `${baseUrl}/files/${id}/${encodeURIComponent(name)}`;
  return {
    id,
    name,
    title: name,
    mimetype,
    filetype: mimetype.split('/')[1] ?? 'binary',
    size,
    user,
    created,
    timestamp: created,
    mode: 'hosted',
    is_external: false,
    is_public: true,
    url_private: address,
    url_private_download: address,
    permalink: address,
  };
}
