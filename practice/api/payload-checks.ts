import type { Workspace } from '../core/workspace.ts';
import type { Json } from '../json.ts';
import { checkMessage, checkView, type Violation } from '../limits/index.ts';
import { refuse } from './refusal.ts';

/** Refuses a message as Slack would, and keeps the reasons for whoever wrote the app. */
export function insistOnMessage(workspace: Workspace, method: string, message: Json): void {
  insist(workspace, method, checkMessage(message));
}

export function insistOnView(workspace: Workspace, method: string, view: Json): void {
  insist(workspace, method, checkView(view));
}

function insist(workspace: Workspace, method: string, violations: readonly Violation[]): void {
  noteViolations(workspace, method, violations);
  const [first] = violations;
  if (!first) return;
  const messages = violations.map(({ path, rule }) => `[ERROR] ${rule} [json-pointer:${path}]`);
  refuse(first.slackError, { response_metadata: { messages } });
}

export function noteViolations(workspace: Workspace, method: string, violations: readonly Violation[]): void {
  workspace.traffic.judge(
    method,
    violations.map(({ path, rule }) => `${path || '/'}: ${rule}`),
  );
  for (const violation of violations) {
    workspace.settings.log(
      `${method}: ${violation.slackError} at ${violation.path || '/'}: ${violation.rule}`,
    );
    workspace.book.addViolation({ ...violation, method, at: workspace.settings.now() });
  }
}
