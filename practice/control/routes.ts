import { z } from 'zod';
import type { Workspace } from '../core/workspace.ts';
import { PracticeProblem } from '../interactions/problem.ts';
import { administrationRoutes } from './administration.ts';
import { clickRoutes } from './clicks.ts';
import { deedRoutes } from './deeds.ts';
import { disturbanceRoutes } from './disturbances.ts';
import { eyeRoutes } from './eyes.ts';
import { handRoutes } from './hands.ts';
import { readingRoutes } from './reading.ts';
import type { Routes } from './route.ts';
import { stepRoutes } from './steps.ts';
import { talkRoutes } from './talk.ts';

const ROUTES: Routes = {
  ...deedRoutes,
  ...clickRoutes,
  ...handRoutes,
  ...eyeRoutes,
  ...talkRoutes,
  ...readingRoutes,
  ...administrationRoutes,
  ...disturbanceRoutes,
  ...stepRoutes,
};

export type Control = { readonly status: number; readonly body: unknown };

/** Answers `POST /practice/NAME`: `{ result }`, or `{ problem }` in words. */
export async function control(workspace: Workspace, name: string, body: string): Promise<Control> {
  try {
    const asked = ROUTES[name];
    if (!asked) return { status: 404, body: { problem: `The practice workspace can't ${name}.` } };
    const result = await asked.answer(workspace, JSON.parse(body || '{}'));
    return { status: 200, body: { result: result ?? null } };
  } catch (error) {
    if (error instanceof PracticeProblem) return { status: 422, body: { problem: error.message } };
    if (error instanceof z.ZodError) return { status: 400, body: { problem: z.prettifyError(error) } };
    throw error;
  }
}
