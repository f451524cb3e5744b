/** The element a fault's field is shown in. */
export const fieldId = (field: string): string => `field-${field}`;
export const errorId = (field: string): string => `field-${field}-error`;
