export const owl = 1;
