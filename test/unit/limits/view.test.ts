import { describe, expect, test } from '@jest/globals';
import { checkOptions, checkView, checkViewResponse } from '../../../practice/limits/index.ts';
import {
  divider,
  errors,
  home,
  inHome,
  inModal,
  input,
  long,
  marked,
  modal,
  option,
  optionsOf,
  paths,
  plain,
  section,
  select,
  textInput,
  times,
} from './samples.ts';

const refused = (more: Record<string, unknown>) => paths(checkView(modal([divider], more)));

describe('a modal', () => {
  test('It holds 100 blocks, and so does the Home tab.', () => {
    expect(inModal(...times(100, divider))).toEqual([]);
    expect(inHome(...times(100, divider))).toEqual([]);
    expect(paths(inModal(...times(101, divider)))).toEqual(['/blocks']);
    expect(paths(inHome(...times(101, divider)))).toEqual(['/blocks']);
  });

  test.each(['title', 'submit', 'close'])('Its %s holds 24 characters of plain text.', (field) => {
    expect(refused({ [field]: plain(long(24)) })).toEqual([]);
    expect(refused({ [field]: plain(long(25)) })).toEqual([`/${field}/text`]);
    expect(refused({ [field]: marked() })).toEqual([`/${field}/type`]);
  });

  test('It needs a title.', () => {
    expect(refused({ title: undefined })).toEqual(['/title']);
  });

  test('It needs a submit button when it asks for something.', () => {
    expect(checkView(modal([divider], { submit: undefined }))).toEqual([]);
    expect(checkView(modal([input(textInput())]))).toEqual([]);
    expect(paths(checkView(modal([input(textInput())], { submit: undefined })))).toEqual(['/submit']);
  });

  test('Its private_metadata holds 3,000 characters.', () => {
    expect(refused({ private_metadata: long(3000) })).toEqual([]);
    expect(refused({ private_metadata: long(3001) })).toEqual(['/private_metadata']);
  });

  test.each(['callback_id', 'external_id'])('Its %s holds 255 characters.', (field) => {
    expect(refused({ [field]: long(255) })).toEqual([]);
    expect(refused({ [field]: long(256) })).toEqual([`/${field}`]);
  });

  test('It has no fields unknown to Slack.', () => {
    expect(refused({ notify_on_close: true, clear_on_close: true })).toEqual([]);
    expect(refused({ id: 'V1' })).toEqual(['/id']);
  });

  test('It takes 250,000 bytes.', () => {
    const roster = select({ options: times(100, option('a', { text: plain(long(75)), value: long(150) })) });

    expect(checkView(modal(times(5, input(roster))))).toEqual([]);
    expect(errors(checkView(modal(times(10, input(roster)))))).toEqual(['view_too_large']);
  });

  test('A flaw in a block is answered with invalid_arguments.', () => {
    expect(errors(inModal(section({ text: marked('') })))).toEqual(['invalid_arguments']);
  });
});

describe('a Home tab', () => {
  test('It has no title and no buttons of its own.', () => {
    expect(checkView(home([section()], { private_metadata: 'x' }))).toEqual([]);
    expect(paths(checkView(home([], { title: plain() })))).toEqual(['/title']);
  });

  test('It may ask without a submit button.', () => {
    expect(inHome(input(textInput()))).toEqual([]);
  });
});

test('What is no view at all is refused.', () => {
  expect(paths(checkView(undefined))).toEqual(['']);
  expect(paths(checkView({ type: 'dialog', blocks: [] }))).toEqual(['/type']);
  expect(paths(checkView(modal('[]')))).toEqual(['/blocks']);
});

describe('the options that a select is given while somebody types', () => {
  const group = { label: plain(), options: optionsOf(1) };

  test('There are at most 100, or none.', () => {
    expect(checkOptions({ options: [] })).toEqual([]);
    expect(checkOptions({ options: optionsOf(100) })).toEqual([]);
    expect(paths(checkOptions({ options: optionsOf(101) }))).toEqual(['/options']);
  });

  test('They may come in at most 100 groups.', () => {
    expect(checkOptions({ option_groups: times(100, group) })).toEqual([]);
    expect(paths(checkOptions({ option_groups: times(101, group) }))).toEqual(['/option_groups']);
  });

  test('They come in one way.', () => {
    expect(paths(checkOptions({}))).toEqual(['']);
    expect(paths(checkOptions({ options: [], option_groups: [group] }))).toEqual(['']);
  });

  test('Each keeps the limits of an option.', () => {
    expect(paths(checkOptions({ options: [option(long(151), { text: marked() })] }))).toEqual([
      '/options/0/text/type',
      '/options/0/value',
    ]);
  });
});

describe('the answer to a submission', () => {
  const submitted = modal([input(textInput(), { block_id: 'member' }), section({ block_id: 'help' })]);
  const answer = (response: unknown) => checkViewResponse(submitted, response);

  test('An empty answer closes the view, and clear closes them all.', () => {
    expect(answer(undefined)).toEqual([]);
    expect(answer('')).toEqual([]);
    expect(answer({})).toEqual([]);
    expect(answer({ response_action: 'clear' })).toEqual([]);
  });

  test('An error stands under an input of that view.', () => {
    const errorsAt = (id: string) => ({
      response_action: 'errors',
      errors: { [id]: 'Use R and six digits.' },
    });

    expect(answer(errorsAt('member'))).toEqual([]);
    expect(paths(answer(errorsAt('help')))).toEqual(['/errors/help']);
    expect(paths(answer(errorsAt('a/b~c')))).toEqual(['/errors/a~1b~0c']);
  });

  test('Errors are not empty.', () => {
    expect(paths(answer({ response_action: 'errors', errors: {} }))).toEqual(['/errors']);
    expect(paths(answer({ response_action: 'errors', errors: { member: '' } }))).toEqual(['/errors/member']);
  });

  test.each(['update', 'push'])('The view of an %s keeps the limits of a modal.', (response_action) => {
    expect(answer({ response_action, view: modal([divider]) })).toEqual([]);
    expect(paths(answer({ response_action, view: modal([{ type: 'section' }]) }))).toEqual([
      '/view/blocks/0',
    ]);
    expect(paths(answer({ response_action, view: home([]) }))).toEqual(['/view/type']);
    expect(paths(answer({ response_action }))).toEqual(['/view']);
  });

  test('An action unknown to Slack is refused.', () => {
    expect(paths(answer({ response_action: 'close' }))).toEqual(['/response_action']);
  });
});
