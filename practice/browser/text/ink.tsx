import { Fragment } from 'react';
import { usePractice } from '../state/practice.ts';
import { dateWords } from './dates.ts';
import { Emoji } from './emoji.tsx';
import { Link } from './link.tsx';
import { Broadcast, ChannelMention, GroupMention, PersonMention } from './mentions.tsx';
import { type Ink, readMrkdwn } from './mrkdwn.ts';

export function Mrkdwn({ text }: { readonly text: string }) {
  return <Inks inks={readMrkdwn(text)} />;
}

export function Inks({ inks }: { readonly inks: readonly Ink[] }) {
  // Positions are the only names that pieces of a text have.
  return inks.map((ink, index) => <Drop key={`${index} ${ink.kind}`} ink={ink} />);
}

function Drop({ ink }: { readonly ink: Ink }) {
  switch (ink.kind) {
    case 'text':
      return <Fragment>{ink.text}</Fragment>;
    case 'break':
      return <br />;
    case 'code':
      return <code>{ink.text}</code>;
    case 'pre':
      return <pre>{ink.text}</pre>;
    case 'bold':
      return (
        <strong>
          <Inks inks={ink.inner} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inks inks={ink.inner} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inks inks={ink.inner} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Inks inks={ink.inner} />
        </blockquote>
      );
    case 'user':
      return <PersonMention id={ink.id} label={ink.label} />;
    case 'channel':
      return <ChannelMention id={ink.id} label={ink.label} />;
    case 'group':
      return <GroupMention id={ink.id} label={ink.label} />;
    case 'broadcast':
      return <Broadcast range={ink.range} />;
    case 'emoji':
      return <Emoji name={ink.name} />;
    case 'link':
      return <Link url={ink.url}>{ink.label}</Link>;
    case 'date':
      return <Moment seconds={ink.seconds} format={ink.format} fallback={ink.fallback} />;
    default:
      return null;
  }
}

type MomentProps = { readonly seconds: number; readonly format: string; readonly fallback: string };

export function Moment({ seconds, format, fallback }: MomentProps) {
  const { now } = usePractice();
  if (!Number.isFinite(seconds) || format === '') return <Fragment>{fallback}</Fragment>;
  return (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={fallback}>
      {dateWords(seconds, format, now())}
    </time>
  );
}
