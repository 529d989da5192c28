/** Fixed, so that what is past due is so whenever this runs. */
export const TODAY = '2025-07-28';
