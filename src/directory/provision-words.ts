const WORDS: Readonly<Record<string, string>> = {
  name_taken: 'a channel that the app cannot see has the name; ask somebody in it to invite the app.',
  restricted_action: 'the workspace does not let apps do this; ask a workspace administrator to.',
  no_permission: 'the workspace does not let apps do this; ask a workspace administrator to.',
  not_allowed_token_type: 'the workspace does not let apps do this; ask a workspace administrator to.',
  missing_scope:
    'the app was installed without the permission for it; install it again with the current manifest.',
  invalid_name_specials: 'Slack does not take the name.',
  invalid_name_maxlength: 'Slack does not take so long a name.',
  invalid_name_punctuation: 'Slack does not take the name.',
  invalid_name: 'Slack does not take the name.',
  invalid_name_required: 'Slack does not take the name.',
  is_archived: 'it is archived.',
  method_not_supported_for_channel_type: 'it is private; ask somebody in it to invite the app.',
  channel_not_found: 'it is private, or gone; ask somebody in it to invite the app.',
  not_in_channel: 'the app is not in it.',
  user_is_restricted: 'the workspace treats the app as a guest; ask a workspace administrator to do it.',
  too_long: 'Slack does not take so long a topic.',
};

/** Why Slack didn't do it, and who can. `undefined`: that was no refusal. */
export function refusalWords(code: string): string | undefined {
  return WORDS[code];
}
