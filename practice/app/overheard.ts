import type { TrafficLog } from '../core/traffic.ts';
import { type Json, objectIn, textIn } from '../json.ts';
import type { AppAnswer } from './answer.ts';
import type { Connection, Delivery } from './connection.ts';

/** The way to the app, with a note of everything that goes along it. */
export function overheard(connection: Connection, traffic: TrafficLog): Connection {
  return {
    ...connection,
    send: async (delivery: Delivery): Promise<AppAnswer> => {
      const done = traffic.begin('workspace', nameOf(delivery), delivery.payload);
      const answer = await connection.send(delivery);
      done(outcomeOf(answer), answer.kind === 'answered' ? readable(answer.body) : undefined);
      return answer;
    },
  };
}

function nameOf({ socketType, payload }: Delivery): string {
  const of: Json = socketType === 'events_api' ? objectIn(payload.event ?? payload) : payload;
  return textIn(of.command) ?? textIn(of.type) ?? socketType;
}

function outcomeOf(answer: AppAnswer): string {
  return answer.kind === 'answered' ? String(answer.status) : answer.kind;
}

function readable(body: string): unknown {
  try {
    return body === '' ? undefined : JSON.parse(body);
  } catch {
    return body;
  }
}
