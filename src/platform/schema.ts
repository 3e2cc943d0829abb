import type { AnnouncementReportTables } from './tables/announcement-reports.ts';
import type { AnnouncementTables } from './tables/announcements.ts';
import type { AuditTables } from './tables/audit.ts';
import type { DirectoryTables } from './tables/directory.ts';
import type { FeedbackTables } from './tables/feedback.ts';
import type { FeedbackWorkTables } from './tables/feedback-work.ts';
import type { HomeTables } from './tables/home.ts';
import type { MemberTables } from './tables/members.ts';
import type { QuestionTables } from './tables/questions.ts';
import type { SlackTables } from './tables/slack.ts';

/** Every table, as `migrations/` makes it. `npm test` compares the database with `migrations/schema.sql`. */
export type Schema = SlackTables &
  AuditTables &
  DirectoryTables &
  MemberTables &
  QuestionTables &
  AnnouncementTables &
  AnnouncementReportTables &
  FeedbackTables &
  FeedbackWorkTables &
  HomeTables;
