/** Opens the thread of one comment: from its own message, or out of a digest. The value is the comment's id. */
export const DISCUSS = 'feedback_discuss';
/** Takes a comment as one's own. The value is the comment's id. */
export const OWN = 'feedback_own';
/** Opens the form for status, ticket and themes. The value is the comment's id. */
export const STATUS = 'feedback_status';
/** A link to more about a comment. Slack sends its clicks, too; nothing is done about them. */
export const MORE = 'feedback_more';
