import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { createLog, createLogger, describeError, type Log } from '../../src/platform/log.ts';
import { SlackUserId } from '../../src/shared/ids.ts';
import type { RedactedText } from '../../src/shared/text.ts';
import { slackLogger } from '../../src/slack/logger.ts';

const WORDS = 'Maria Lopez R123456';
const rosa = SlackUserId.parse('U0ROSA');

describe('the log', () => {
  test('the compiler keeps what a person typed out of it', () => {
    const { log, lines } = aLog();
    const typed: string = WORDS;
    const redacted = 'My id is [member-id]' as RedactedText;

    log.info('questions.asked', {
      by: rosa,
      summary: redacted,
      live: true,
      count: 2,
      at: new Date(0),
    });
    // @ts-expect-error a bare string is not a fact
    log.info('questions.asked', { summary: typed });
    // @ts-expect-error neither is a part of one
    log.info('questions.asked', { summary: typed.slice(0, 5) });
    // @ts-expect-error nor one put together
    log.info('questions.asked', { summary: `asked: ${typed}` });
    // @ts-expect-error nor an object, in which strings could hide
    log.info('questions.asked', { question: { summary: typed } });
    // @ts-expect-error nor a list
    log.info('questions.asked', { words: [typed] });
    // @ts-expect-error an event's name is written in the source
    log.info(typed);
    // @ts-expect-error and not put together
    log.info(`asked: ${typed}`);
    // @ts-expect-error the same holds for failures
    log.failure('questions.failed', new Error(typed), { summary: typed });
    // @ts-expect-error and for their names
    log.failure(`failed: ${typed}`, new Error(typed));

    expect(lines).toHaveLength(10);
    expect(lines[0]).toContain('"by":"U0ROSA"');
    expect(lines[0]).toContain('My id is [member-id]');
  });

  test('words of our own and ids are facts', () => {
    const { log, lines } = aLog();
    const outcome: 'forged' | 'stale' = 'forged';

    log.warn('slack.request-refused', { outcome, nothing: null, absent: undefined });

    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      level: 40,
      event: 'slack.request-refused',
      outcome: 'forged',
    });
  });

  test('an event is its name, whatever facts come with it', () => {
    const { log, lines } = aLog();

    log.failure('jobs.failed', new TypeError(WORDS), { retries: 3 });

    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({
      event: 'jobs.failed',
      error: { type: 'TypeError' },
      retries: 3,
    });
    expect(lines[0]).not.toContain('Lopez');
  });
});

describe('what is kept of an error', () => {
  test('a database error keeps its code and constraint, and no value', () => {
    const error = Object.assign(new pg.DatabaseError(`duplicate key: ${WORDS}`, 10, 'error'), {
      code: '23505',
      constraint: 'outbox_pkey',
      detail: `Key (name)=(${WORDS}) already exists.`,
      where: WORDS,
    });

    const described = describeError(error);

    expect(described).toMatchObject({ type: 'DatabaseError', code: '23505', constraint: 'outbox_pkey' });
    expect(JSON.stringify(described)).not.toMatch(/Lopez|R123456/);
  });

  test('JSON.parse quotes its input, and the quotation is dropped', () => {
    const described = describeError(caught(() => JSON.parse(`${WORDS} {`)));

    expect(described.type).toBe('SyntaxError');
    expect(described.stack.length).toBeGreaterThan(0);
    expect(JSON.stringify(described)).not.toMatch(/Maria|Lopez|R123456/);
  });

  test('a message that looks like frames of a stack is not taken for one', () => {
    const error = new Error(
      `first line\n    at ${WORDS} (file:///home/${WORDS}.ts:1:2)\n    at Lopez (node:fs:1:1)`,
    );

    expect(JSON.stringify(describeError(error))).not.toMatch(/Lopez|R123456/);
  });

  test('nor is one whose message was changed after the stack was written', () => {
    const error = new Error(`first line\n    at ${WORDS} (/home/${WORDS}.ts:1:2)`);
    error.message = 'something else';

    expect(JSON.stringify(describeError(error))).not.toMatch(/Lopez|R123456/);
  });

  test('whatever the message, nothing of it is kept, and the frames are', () => {
    const piece = fc.constantFrom(
      '\n',
      '    at ',
      ' (',
      ')',
      ':1:2',
      'node:x',
      'R123456',
      'Lopez',
      '/',
      '<anonymous>',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const described = describeError(new Error(pieces.join('')));
        expect(described.stack[0]).toContain('log.test.ts');
        expect(JSON.stringify(described)).not.toMatch(/Lopez|R123456/);
      }),
    );
  });

  test('causes are described alike, and not without end', () => {
    const deep = [1, 2, 3, 4, 5, 6].reduce<Error>((cause) => new Error(WORDS, { cause }), new Error(WORDS));

    const text = JSON.stringify(describeError(deep));

    expect(text.match(/"type"/g)).toHaveLength(4);
    expect(text).not.toMatch(/Lopez|R123456/);
  });

  test('a body that the Slack SDK could not read is not taken for a code', () => {
    const error = Object.assign(new Error('An API error occurred'), {
      code: 'slack_webapi_platform_error',
      data: { ok: false, error: `{"ok":true,"messages":[{"text":"${WORDS}` },
    });

    const described = describeError(error);

    expect(described.code).toBe('slack_webapi_platform_error');
    expect(JSON.stringify(described)).not.toMatch(/Lopez|R123456/);
  });

  test("Slack's own code is kept", () => {
    const error = Object.assign(new Error('x'), { code: 'y_z', data: { ok: false, error: 'is_archived' } });

    expect(describeError(error).code).toBe('is_archived');
  });

  test.each([WORDS, 42, null, undefined, { message: WORDS }, [WORDS], Symbol(WORDS)])(
    'of what is no error only its type is kept',
    (thrown) => {
      expect(describeError(thrown)).toEqual({ type: typeof thrown, stack: [] });
    },
  );
});

describe("the log of Slack's libraries", () => {
  test('passes on nothing of what they say, at any level', () => {
    const { log, lines } = aLog();
    const logger = slackLogger(log);

    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      logger[level](WORDS, { body: WORDS }, new Error(WORDS));
      logger[level](`http request failed ${WORDS}`);
      logger[level](new Error(WORDS));
    }

    expect(lines.join('')).not.toMatch(/Lopez|R123456/);
    expect(lines).toHaveLength(6);
  });

  test('says in a word of ours what a warning was about', () => {
    const { log, lines } = aLog();

    slackLogger(log).warn(`http request failed ${WORDS}`);

    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ event: 'slack.sdk-warned', about: 'network' });
  });

  test('can not be made to say more', () => {
    const { log, lines } = aLog();
    const logger = slackLogger(log);

    logger.setLevel('debug' as never);
    logger.debug(WORDS);

    expect(logger.getLevel()).toBe('info');
    expect(lines).toEqual([]);
  });
});

function aLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  return { log: createLog(createLogger('debug', { write: (line) => void lines.push(line) })), lines };
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
