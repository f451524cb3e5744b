export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const widths = [12, 26, 22, 22, 22, 18, 18, 40, 22, 20];

/** A table as an Excel file: its title, its heads, its lines. */
export const meritTable = async (
  title: string,
  heads: readonly string[],
  lines: readonly (readonly string[])[],
): Promise<Blob> => {
  const { default: writeXlsxFile } = await import('write-excel-file/browser');
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const });
  return writeXlsxFile(
    [[bold(title)], heads.map(bold), ...lines.map((line) => line.map((value) => ({ value, wrap: true })))],
    { columns: widths.map((width) => ({ width })), stickyRowsCount: 2 },
  ).toBlob();
};
