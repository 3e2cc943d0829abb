import type { ReactNode } from 'react';
import { type Json, objectIn, objectsIn, textIn } from '../../json.ts';
import { Element } from '../elements/element.tsx';
import { Inks } from '../text/ink.tsx';
import { readMarkdown } from '../text/markdown.ts';
import { Words } from '../text/words.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';

type Props = { readonly block: Json };

export function Alert({ block }: Props) {
  const level = textIn(block.level) ?? 'default';
  return (
    <div className={`alert-block ${level}`} role="note">
      <Words of={block.text} />
    </div>
  );
}

export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown prose">
      {readMarkdown(text).map(({ kind, inks }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'heading') {
          return (
            <h4 key={key}>
              <Inks inks={inks} />
            </h4>
          );
        }
        return (
          <p key={key} className={kind === 'item' ? 'item' : undefined}>
            <Inks inks={inks} />
          </p>
        );
      })}
    </div>
  );
}

export function Card({ block }: Props) {
  const actions = objectsIn(block.actions);
  return (
    <div className="card-block">
      {block.hero_image !== undefined && <Picture of={objectIn(block.hero_image)} />}
      <div className="card-words">
        {block.icon !== undefined && <Picture of={objectIn(block.icon)} isSmall />}
        {['title', 'subtitle', 'body'].map(
          (part) =>
            block[part] !== undefined && (
              <div key={part} className={`card-${part} prose`}>
                <Words of={block[part]} />
              </div>
            ),
        )}
      </div>
      {actions.length > 0 && (
        <div className="actions-block">
          {actions.map((element, index) => (
            <Element key={textIn(element.action_id) ?? String(index)} block={block} element={element} />
          ))}
        </div>
      )}
    </div>
  );
}

export function Container({ block, children }: Props & { readonly children: ReactNode }) {
  const title = block.rich_text_title ? (
    <RichText block={objectIn(block.rich_text_title)} />
  ) : (
    <Words of={block.title} />
  );
  if (block.is_collapsible !== true) {
    return (
      <div className="container-block">
        <div className="container-title">{title}</div>
        {children}
      </div>
    );
  }
  return (
    <details className="container-block" open={block.default_collapsed !== true}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

const STATES: Readonly<Record<string, string>> = {
  pending: '○',
  in_progress: '◐',
  complete: '●',
  error: '✕',
};

export function Task({ block }: Props) {
  const status = textIn(block.status) ?? '';
  return (
    <div className="task-block">
      <span aria-hidden>{STATES[status] ?? '○'}</span> {textIn(block.title)}{' '}
      <span className="quiet">({status.replace('_', ' ')})</span>
      {block.details !== undefined && <RichText block={objectIn(block.details)} />}
      {block.output !== undefined && <RichText block={objectIn(block.output)} />}
    </div>
  );
}

export function Plan({ block }: Props) {
  return (
    <div className="container-block">
      <div className="container-title">{textIn(block.title)}</div>
      {objectsIn(block.tasks).map((task, index) => (
        <Task key={textIn(task.task_id) ?? String(index)} block={task} />
      ))}
    </div>
  );
}
