import { STATE_CODES } from '../shared/states.ts';
import { RATINGS } from './feedback.ts';
import { LONGEST_COMMENT, LONGEST_URL, MOST_IN_BATCH } from './wire.ts';

/** What senders generate their clients from. A test holds it against the schemas that requests really meet. */

const MOST_EXACT = Number.MAX_SAFE_INTEGER;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

const Feedback = {
  type: 'object',
  description:
    'What one member said, or how they rated, on one page. Fields that are not named here are ignored.',
  required: ['id', 'memberRef', 'state', 'responseId', 'rating', 'page', 'submittedAt'],
  properties: {
    id: {
      type: 'string',
      pattern: '^[A-Za-z0-9_-]{1,128}$',
      description:
        'Yours. Sent again, it is answered as before and stored once. Nothing of the member may be in it.',
    },
    memberRef: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9 -]{1,38}[A-Za-z0-9]$',
      description: 'Who the member is. Kept encrypted; colleagues see a token.',
    },
    state: { type: 'string', enum: [...STATE_CODES], description: 'The USPS code of the state.' },
    responseId: {
      anyOf: [
        { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
        { type: 'integer', minimum: 0, maximum: MOST_EXACT },
      ],
      description: 'What your survey calls the response.',
    },
    rating: { type: 'string', enum: [...RATINGS] },
    page: {
      type: 'string',
      pattern: '^[A-Za-z0-9][A-Za-z0-9 ._~/-]{0,99}$',
      description: 'The page, the same for all members, such as pulse-point-billing-center.',
    },
    comment: {
      ...orNull({ type: 'string', maxLength: LONGEST_COMMENT }),
      description: 'In the words of the member. What identifies them is taken out before it is stored.',
    },
    url: {
      ...orNull({ type: 'string', maxLength: LONGEST_URL }),
      description: 'Where there is more. Kept when it is https, of an allowed host, and names no member.',
    },
    submittedAt: {
      type: 'string',
      format: 'date-time',
      description: 'When the member sent it; after 1999 and not in the future.',
    },
  },
} as const;

const Receipt = {
  type: 'object',
  required: ['id', 'feedbackId', 'receivedAt'],
  properties: {
    id: { type: 'string' },
    feedbackId: { type: 'string', format: 'uuid' },
    receivedAt: { type: 'string', format: 'date-time' },
  },
} as const;

const Problem = {
  type: 'object',
  description: 'RFC 9457. Names fields, and never repeats what stood in them.',
  required: ['status', 'title', 'detail'],
  properties: {
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'problem'],
        properties: { field: { type: 'string' }, problem: { type: 'string' } },
      },
    },
  },
} as const;

const json = (schema: object) => ({ 'application/json': { schema } });
const answer = (description: string, schema: object) => ({ description, content: json(schema) });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const later = (description: string) => ({
  ...problem(description),
  headers: {
    'retry-after': {
      description: 'Send it again after so many seconds.',
      required: true,
      schema: { type: 'integer' },
    },
  },
});

const refusals = {
  400: problem('The body is not JSON.'),
  401: problem('The signature does not fit, or is more than five minutes old.'),
  413: problem('The body is too large.'),
  415: problem('The body is not application/json.'),
  422: problem('Fields are missing or wrong; each is named.'),
  429: later('This sender has sent as much as it may for now.'),
  503: later('Not stored, or not known to be: send it again with the same id.'),
};

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});
const parameters = [
  header('webhook-id', '1 to 128 letters, digits, dashes or underscores: of this delivery.'),
  header('webhook-timestamp', 'Seconds since 1970, of the last five minutes.'),
  header(
    'webhook-signature',
    'v1, then the base64 of HMAC-SHA256 over "webhook-id.webhook-timestamp.body". Up to five, separated by spaces.',
  ),
];

export const OPENAPI = {
  openapi: '3.1.0',
  info: {
    title: 'Member feedback',
    version: '1.0.0',
    description:
      'Delivers what members say on the website. Signed as the Standard Webhooks specification says: standardwebhooks.com.',
  },
  paths: {
    '/webhooks/feedback': {
      post: {
        operationId: 'sendFeedback',
        summary: 'Delivers one comment, of at most 64 KB.',
        parameters,
        requestBody: { required: true, content: json(ref('Feedback')) },
        responses: {
          200: answer('It was stored before; the answer is the same.', ref('Receipt')),
          202: answer('Stored. It will be posted.', ref('Receipt')),
          ...refusals,
          409: problem('A comment with this id and another content is stored.'),
        },
      },
    },
    '/webhooks/feedback/batch': {
      post: {
        operationId: 'sendFeedbackBatch',
        summary: `Delivers up to ${MOST_IN_BATCH} comments, of at most 2 MB, with a verdict for each.`,
        parameters,
        requestBody: { required: true, content: json(ref('Batch')) },
        responses: {
          200: answer('One verdict for each comment, in their order.', ref('Verdicts')),
          ...refusals,
        },
      },
    },
  },
  components: {
    schemas: {
      Feedback,
      Batch: {
        type: 'object',
        required: ['comments'],
        properties: {
          comments: { type: 'array', minItems: 1, maxItems: MOST_IN_BATCH, items: ref('Feedback') },
        },
      },
      Receipt,
      Verdicts: {
        type: 'object',
        required: ['results'],
        properties: {
          results: {
            type: 'array',
            items: {
              description: 'status is 202, 200, 409 or 422, as it would have been for the comment alone.',
              anyOf: [{ ...Receipt, required: [...Receipt.required, 'status'] }, ref('Problem')],
            },
          },
        },
      },
      Problem,
    },
  },
};
