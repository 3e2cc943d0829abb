import { type Json, objectIn, textIn } from '../../json.ts';

/** An uploaded file stands here; a picture from elsewhere is described, since nothing is fetched from the network. */
export function Picture({ of, isSmall = false }: { readonly of: Json; readonly isSmall?: boolean }) {
  const alt = textIn(of.alt_text) ?? '';
  const source = sourceOf(of);
  const size = isSmall ? 'picture small' : 'picture';
  if (source) return <img className={size} src={source} alt={alt} />;
  return (
    <span className={`${size} elsewhere`} role="img" aria-label={alt} title={textIn(of.image_url) ?? ''}>
      {isSmall ? alt.slice(0, 1).toUpperCase() : alt || 'A picture from elsewhere'}
    </span>
  );
}

function sourceOf(of: Json): string | undefined {
  const file = objectIn(of.slack_file);
  const id = textIn(file.id);
  if (id) return `/files/${encodeURIComponent(id)}/picture`;
  const url = textIn(of.image_url) ?? textIn(file.url) ?? '';
  if (!URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin === location.origin ? pathname : undefined;
}
