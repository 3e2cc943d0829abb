import { isJson } from '../json.ts';

/** The workspace says in words what a person can't do there. */
export class WorkspaceRefusal extends Error {}

export async function call<Answer>(url: string, name: string, input: object): Promise<Answer> {
  const response = await fetch(`${url}/practice/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const answer: unknown = await response.json();
  if (isJson(answer) && typeof answer.problem === 'string') throw new WorkspaceRefusal(answer.problem);
  if (!response.ok || !isJson(answer)) throw new Error(`The practice workspace failed at ${name}.`);
  return (answer.result ?? undefined) as Answer;
}
