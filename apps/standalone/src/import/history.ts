// The file that tells a project's history, as far as it is loaded. project-history.schema.json says the same, and the rest.
import type { Qualifier } from '#libs/lifecycle';

export type StageCode =
  | 'MANDATE'
  | 'INVENTORY'
  | 'ANALYSIS'
  | 'KNOWLEDGE'
  | 'KICK_OFF'
  | 'CHOICE_OF_DIRECTION'
  | 'PROCESS_AND_WORKGROUPS'
  | 'DRAFTING'
  | 'ADOPTION'
  | 'STEERING_GROUP'
  | 'IMPLEMENTATION'
  | 'EVALUATION'
  | 'CLOSE';

/** In words, and taken apart as far as the words allow. */
export interface ToldDate {
  season?: 'spring' | 'summer' | 'autumn' | 'winter' | null;
  year_from?: number | null;
  year_to?: number | null;
  iso_date?: string | null;
}

export interface CodedText {
  code: string;
  sv: string;
}

export type ToldQualifier = 'exact' | 'approx' | 'more_than';

/** "Ca" is about; "över" and "drygt" are more than. */
export const QUALIFIERS: Record<ToldQualifier, Qualifier> = {
  exact: 'exact',
  approx: 'about',
  more_than: 'more-than',
};

export interface ToldPlan {
  code: string;
  name_sv: string;
  theme_sv?: string;
  purpose_sv?: string;
  goals?: CodedText[];
  activities?: CodedText[];
  development_area_refs?: string[];
  status?: 'adopted' | 'drafted';
  parties: string[];
  makers?: string[];
}

export interface ToldKnowledgeActivity {
  code: string;
  sv: string;
  organiser?: string | null;
  count?: number | null;
  qualifier?: ToldQualifier;
  unit?: string;
  credits_hp?: number;
  quote_sv?: string;
  plan?: string;
  date?: ToldDate;
}

export interface ToldIndicator {
  code: string;
  sv: string;
  target: { value: number; unit: string; operator: '>=' | '<=' | '='; conditions?: string[]; conditions_sv?: string[] };
  outcome?: {
    value: number;
    unit: string;
    qualifier: ToldQualifier;
    text_sv?: string | string[];
    conditions_met_sv?: string[];
  };
  measurement?: { method_sv?: string; respondents_sv?: string; population_sv?: string; footnote_sv?: string };
}

export interface ToldInventoryActivity {
  sv: string;
  kind?: string;
  participants?: number | null;
  participants_qualifier?: ToldQualifier;
  quote_sv?: string;
  named?: string[];
  date?: ToldDate;
}

export interface ToldAnalysis {
  code: string;
  title_sv: string;
  item_kind?: string;
  date?: ToldDate;
  places?: string[];
}

export interface ToldStage {
  stage: StageCode;
  sv: string;
  date?: ToldDate;
  quote_sv?: string;
  rationale_quote_sv?: string;
  rationale_by_role_sv?: string;
}

export interface ToldOrganisation {
  code: string;
  name: string;
  roles_sv?: string[];
  source?: string;
}

export interface ToldProgramme {
  code: string;
  name_sv: string;
  goal_sv?: string;
  strands?: { no: number; name_sv: string; content_sv?: string[]; result_sv?: string }[];
  source?: string;
}

export interface ToldProject {
  code: string;
  strand?: number;
  name_sv: string;
  background_sv?: string;
  method_goal_sv?: string;
  goal_sv?: string;
  long_term_goal_sv?: string;
  purpose_sv?: string;
  selection_sv?: string;
  selected?: string;
  financing_quote_sv?: string;
  way_of_working_sv?: string;
  end?: ToldDate;
  end_quote_sv?: string;
}

export interface HistoryFile {
  programme?: ToldProgramme;
  project: ToldProject;
  organisations: ToldOrganisation[];
  development_areas?: { code: string; name_sv: string }[];
  actor_inventory?: { activities?: ToldInventoryActivity[] };
  analyses?: ToldAnalysis[];
  knowledge_activities?: ToldKnowledgeActivity[];
  knowledge_topics_planned_sv?: string[];
  knowledge_total?: { count: number; qualifier: ToldQualifier; unit?: string };
  lifecycle_history?: ToldStage[];
  plans: ToldPlan[];
  indicators?: ToldIndicator[];
  lessons?: CodedText[];
}
