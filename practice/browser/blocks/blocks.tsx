import { type Json, objectIn, objectsIn, textIn } from '../../json.ts';
import { Element } from '../elements/element.tsx';
import { Words } from '../text/words.tsx';
import { InputBlock } from './input-block.tsx';
import { Alert, Card, Container, Markdown, Plan, Task } from './newer-blocks.tsx';
import { Picture } from './picture.tsx';
import { RichText } from './rich-text.tsx';
import { Table } from './table.tsx';

export function Blocks({ blocks }: { readonly blocks: readonly Json[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <Block key={keyOf(block, index)} block={block} />
      ))}
    </div>
  );
}

/**
 * An input is another one as soon as its block has another name. Everything else keeps its place while it is drawn
 * anew (a name that the app left out is never the same twice), so that the focus stays where it is.
 */
function keyOf(block: Json, index: number): string {
  return block.type === 'input' ? String(block.block_id) : `${index} ${String(block.type)}`;
}

export function Block({ block }: { readonly block: Json }) {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h3 className="header-block">
          <Words of={block.text} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
    case 'context_actions':
      return <Actions block={block} />;
    case 'input':
      return <InputBlock block={block} />;
    case 'image':
      return <ImageBlock block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <Markdown text={textIn(block.text) ?? ''} />;
    case 'table':
    case 'data_table':
      return <Table block={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return (
        <div className="carousel">
          {objectsIn(block.elements).map((card, index) => (
            <Card key={textIn(card.block_id) ?? String(index)} block={card} />
          ))}
        </div>
      );
    case 'container':
      return (
        <Container block={block}>
          <Blocks blocks={objectsIn(block.child_blocks)} />
        </Container>
      );
    case 'task_card':
      return <Task block={block} />;
    case 'plan':
      return <Plan block={block} />;
    default:
      return <Unknown block={block} />;
  }
}

function Section({ block }: { readonly block: Json }) {
  const fields = objectsIn(block.fields);
  const accessory = objectIn(block.accessory);
  return (
    <div className="section-block">
      <div className="section-words">
        {block.text !== undefined && (
          <div className="prose">
            <Words of={block.text} />
          </div>
        )}
        {fields.length > 0 && (
          <div className="fields">
            {fields.map((field, index) => (
              <div key={`${index} ${textIn(field.text)?.slice(0, 20)}`} className="prose">
                <Words of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory !== undefined && (
        <div className="accessory">
          <Element block={block} element={accessory} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: { readonly block: Json }) {
  return (
    <div className="context-block">
      {objectsIn(block.elements).map((element, index) =>
        element.type === 'image' ? (
          <Picture key={`${index} image`} of={element} isSmall />
        ) : (
          <span key={`${index} ${textIn(element.text)?.slice(0, 20)}`} className="prose">
            <Words of={element} />
          </span>
        ),
      )}
    </div>
  );
}

function Actions({ block }: { readonly block: Json }) {
  return (
    <div className="actions-block">
      {objectsIn(block.elements).map((element, index) => (
        <Element key={`${index} ${String(element.type)}`} block={block} element={element} />
      ))}
    </div>
  );
}

function ImageBlock({ block }: { readonly block: Json }) {
  return (
    <figure>
      {block.title !== undefined && (
        <figcaption>
          <Words of={block.title} />
        </figcaption>
      )}
      <Picture of={block} />
    </figure>
  );
}

/** Better seen than swallowed: whoever builds the app should know that this page can't show it. */
function Unknown({ block }: { readonly block: Json }) {
  return (
    <details className="unknown-block">
      <summary>A block that this page can’t show: {String(block.type)}</summary>
      <pre>{JSON.stringify(block, null, 2)}</pre>
    </details>
  );
}
