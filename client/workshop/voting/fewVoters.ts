/** With fewer voters the totals of a secret round unmask people; the screen warns before and while it is open. */
export const FEW_VOTERS = 4
