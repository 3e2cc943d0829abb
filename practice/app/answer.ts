/** What came back from the app for one delivery. */
export type AppAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly noRetry: boolean }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'failed' }
  /** There is no request URL, or no socket. */
  | { readonly kind: 'unreachable' };

export function isAcknowledged(answer: AppAnswer): boolean {
  return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
}

/** What Slack writes into `x-slack-retry-reason`. */
export function retryReason(answer: AppAnswer): string {
  if (answer.kind === 'timeout') return 'http_timeout';
  return answer.kind === 'answered' ? 'http_error' : 'connection_failed';
}
