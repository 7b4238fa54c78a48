/**
 * Removes from the output of ECharts the styles that the content security policy refuses, and data for its browser part. `.chart` in
 * app/styles/dashboard.css sets the font. Texts are not affected, because ECharts escapes quotes and angle brackets in them.
 */
export const plainSvg = (svg: string): string =>
  svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:style|class|ecmeta_\w+|xmlns:xlink|version|baseProfile|xml:space)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/g, '')
    .replaceAll('\n', '')
