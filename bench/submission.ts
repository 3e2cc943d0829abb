import { ASK, ASK_FORM } from '../src/questions/form.ts';

const ASKERS = ['MAYA', 'JORDAN', 'PRIYA', 'SAM', 'WEI', 'THEO', 'ROSA', 'LEE', 'DANA', 'OMAR', 'QUINN'];
const PLACES: readonly (readonly [topic: string, state: string])[] = [
  ['providers', 'PA'],
  ['eligibility', 'TX'],
  ['claims', 'NJ'],
  ['claims', 'FL'],
  ['pharmacy', 'CA'],
  ['billing', 'OH'],
  ['prior_authorization', 'NY'],
  ['state_rule', 'PA'],
  ['state_rule', 'TX'],
  ['state_rule', 'OH'],
  ['state_rule', 'CA'],
  ['state_rule', 'GA'],
];

/** The submission of one filled form, as Slack writes it; the next number is another form, person and place. */
export function submission(number: number): string {
  const asker = `U0${ASKERS[number % ASKERS.length]}`;
  const [topic = '', state = ''] = PLACES[number % PLACES.length] ?? [];
  const payload = {
    type: 'view_submission',
    team: { id: 'T0PRACTICE', domain: 'practice' },
    user: { id: asker, username: asker.toLowerCase(), name: asker.toLowerCase(), team_id: 'T0PRACTICE' },
    api_app_id: 'A0CONCIERGE',
    token: 'practice-verification',
    trigger_id: `${number}.1.bench`,
    enterprise: null,
    is_enterprise_install: false,
    response_urls: [],
    view: view(number, topic, state),
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

function view(number: number, topic: string, state: string): object {
  const inputs = [ASK.question, ASK.topic, ASK.state, ASK.memberId, ASK.exchange, ASK.irl, ASK.live];
  return {
    id: `V0BENCH${number}`,
    team_id: 'T0PRACTICE',
    app_id: 'A0CONCIERGE',
    bot_id: 'B0CONCIERGE',
    type: 'modal',
    callback_id: ASK_FORM,
    private_metadata: JSON.stringify({ source: null }),
    title: { type: 'plain_text', text: 'Ask a Question' },
    blocks: inputs.map((id) => ({ type: 'input', block_id: id, element: { action_id: id } })),
    hash: `${number}.bench`,
    state: { values: values(number, topic, state) },
  };
}

function values(number: number, topic: string, state: string): object {
  const text = `Which in-network group takes a referral like the one of row ${number}, and how long is the wait?`;
  const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });
  return {
    [ASK.question]: { [ASK.question]: { type: 'plain_text_input', value: text } },
    [ASK.topic]: { [ASK.topic]: choice(topic) },
    [ASK.state]: { [ASK.state]: choice(state) },
    [ASK.memberId]: { [ASK.memberId]: { type: 'plain_text_input', value: memberId(number) } },
    [ASK.exchange]: { [ASK.exchange]: choice('on') },
    [ASK.irl]: { [ASK.irl]: { type: 'radio_buttons', selected_option: { value: 'no' } } },
    [ASK.live]: { [ASK.live]: { type: 'checkboxes', selected_options: [] } },
  };
}

const memberId = (number: number): string => `R${String(number % 1_000_000).padStart(6, '0')}`;
