import type { ReactNode } from 'react';
import { type Json, objectIn, objectsIn, textIn } from '../../json.ts';
import { Emoji } from '../text/emoji.tsx';
import { Moment } from '../text/ink.tsx';
import { Link } from '../text/link.tsx';
import { Broadcast, ChannelMention, GroupMention, PersonMention } from '../text/mentions.tsx';

export function RichText({ block }: { readonly block: Json }) {
  return <div className="rich-text">{grouped(objectsIn(block.elements))}</div>;
}

function grouped(elements: readonly Json[]): ReactNode[] {
  return elements.map((element, index) => (
    <Piece key={`${index} ${String(element.type)}`} element={element} />
  ));
}

function Piece({ element }: { readonly element: Json }) {
  const parts = objectsIn(element.elements);
  switch (element.type) {
    case 'rich_text_list': {
      const List = element.style === 'ordered' ? 'ol' : 'ul';
      const indent = typeof element.indent === 'number' ? element.indent : 0;
      return (
        <List className={`indent-${Math.min(indent, 8)}`}>
          {parts.map((part, index) => (
            <li key={`${index} ${String(part.type)}`}>{inline(objectsIn(part.elements))}</li>
          ))}
        </List>
      );
    }
    case 'rich_text_quote':
      return <blockquote>{inline(parts)}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{inline(parts)}</pre>;
    default:
      return <div className="rich-section">{inline(parts)}</div>;
  }
}

export function inline(parts: readonly Json[]): ReactNode[] {
  return parts.map((part, index) => (
    <Styled key={`${index} ${String(part.type)}`} style={objectIn(part.style)}>
      <Word part={part} />
    </Styled>
  ));
}

function Styled({ style, children }: { readonly style: Json; readonly children: ReactNode }) {
  let inner = children;
  if (style.code === true) inner = <code>{inner}</code>;
  if (style.bold === true) inner = <strong>{inner}</strong>;
  if (style.italic === true) inner = <em>{inner}</em>;
  if (style.strike === true) inner = <s>{inner}</s>;
  return style.underline === true ? <u>{inner}</u> : inner;
}

function Word({ part }: { readonly part: Json }) {
  const word = (key: string): string => textIn(part[key]) ?? '';
  switch (part.type) {
    case 'text':
      return <span className="as-typed">{word('text')}</span>;
    case 'user':
      return <PersonMention id={word('user_id')} />;
    case 'channel':
      return <ChannelMention id={word('channel_id')} />;
    case 'usergroup':
      return <GroupMention id={word('usergroup_id')} />;
    case 'broadcast':
      return <Broadcast range={word('range')} />;
    case 'emoji':
      return <Emoji name={word('name')} />;
    case 'link':
      return <Link url={word('url')}>{word('text') || word('url')}</Link>;
    case 'date':
      return <Moment seconds={Number(part.timestamp)} format={word('format')} fallback={word('fallback')} />;
    case 'color':
      return <code>{word('value')}</code>;
    default:
      return <code>[{String(part.type)}]</code>;
  }
}
