import { isJson, type Json, objectsIn, textIn } from '../../json.ts';
import { inline } from './rich-text.tsx';

export function Table({ block }: { readonly block: Json }) {
  const [head = [], ...rows] = rowsOf(block);
  const aligns = objectsIn(block.column_settings).map(({ align }) => textIn(align) ?? 'left');
  const caption = textIn(block.caption);
  return (
    <div className="table-block">
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th
                key={`${index} ${textIn(cell.text)}`}
                scope="col"
                className={`align-${aligns[index] ?? 'left'}`}
              >
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={`${line} ${textIn(row[0]?.text)}`}>
              {row.map((cell, index) => (
                <td key={`${index} ${textIn(cell.text)}`} className={`align-${aligns[index] ?? 'left'}`}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf({ rows }: Json): Json[][] {
  return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.filter(isJson) : [])) : [];
}

function Cell({ cell }: { readonly cell: Json }) {
  if (cell.type !== 'rich_text') return textIn(cell.text) ?? '';
  return inline(objectsIn(cell.elements).flatMap((part) => objectsIn(part.elements)));
}
