import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { aPdf, aPdfOf, anEncryptedPdf } from '@/lib/pdf/hostile'
import { aPng, aZip, anOdt, anOfficeFile } from '@/lib/testing/attached-files'
import { inspectFile } from './inspect'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-inspect-'))
const latin1 = (text: string) => Buffer.from(text, 'latin1')

function inspect(name: string, content: Buffer, over: object = {}) {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  const sha256 = createHash('sha256').update(content).digest('hex')
  return inspectFile({ path: file, name, sha256, bytes: content.length, isTooLarge: false, ...over }, 'ana')
}

it.each<[string, Buffer, string]>([
  ['a.pdf', aPdf(), 'pdf'],
  ['a.png', aPng(), 'png'],
  ['a.jpeg', latin1('\xff\xd8\xff\xe0rest'), 'jpeg'],
  ['a.webp', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'webp'],
  ['a.gif', latin1('GIF89a\x01\0'), 'gif'],
  ['a.txt', Buffer.from('Olá,\r\n\tJoão 😀'), 'text'],
  ['a.csv', Buffer.from('nome;cpf\nAna;1'), 'csv'],
  ['a.docx', anOfficeFile('docx'), 'docx'],
  ['a.xlsx', anOfficeFile('xlsx', { 'xl/embeddings/Microsoft_Excel.xlsx': 'PK' }), 'xlsx'],
  ['a.odt', anOdt(), 'odt'],
  ['a.opus', latin1('OggS\0\x02'), 'ogg'],
  ['a.mp3', latin1('ID3\x04\0'), 'mp3'],
  ['a.m4a', latin1('\0\0\0\x20ftypM4A \0'), 'm4a'],
])('recognises %s by its content', async (name, content, type) => {
  expect(await inspect(name, content)).toMatchObject({ type, name, renamedFrom: null })
})

it('remembers the encoding of a text', async () => {
  expect(await inspect('a.csv', Buffer.from('Situação'))).toMatchObject({ charset: 'utf-8' })
  expect(await inspect('a.csv', latin1('Situação \x80'))).toMatchObject({ charset: 'windows-1252' })
  expect(await inspect('a.txt', Buffer.concat([Buffer.alloc(65_535, 'a'), Buffer.from('ç')]))).toMatchObject({
    charset: 'utf-8',
  })
  expect(await inspect('a.txt', Buffer.from('Olá').subarray(0, 3))).toMatchObject({ charset: 'windows-1252' })
})

it.each<[string, Buffer, string, string]>([
  ['a picture named as another one', aPng(), 'foto.jpg', 'foto.png'],
  ['a picture named as a text', aPng(), 'notas.txt', 'notas.png'],
  ['a PDF with a version as its ending', aPdf(), 'contrato v1.2', 'contrato v1.2.pdf'],
  ['a PDF without an ending', aPdf(), 'contrato', 'contrato.pdf'],
  ['a PDF with dots and a space at the end', aPdf(), 'contrato.. ', 'contrato.pdf'],
  ['a text named as an office document', Buffer.from('texto'), 'planilha.xlsx', 'planilha.txt'],
])('renames %s and says so', async (_, content, sent, name) => {
  expect(await inspect(sent, content)).toMatchObject({ name, renamedFrom: sent.trim() })
})

it('gives a name to a file without a visible one', async () => {
  expect(await inspect('\u202e', aPng())).toMatchObject({ name: 'anexo.png', renamedFrom: null })
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

it.each<[string, string, Buffer]>([
  ['a web page', 'a.html', Buffer.from('<!doctype html><p>x')],
  ['a web page named as a text', 'a.txt', Buffer.from(' \n<!DOCTYPE html><p>x')],
  ['a web page behind a byte order mark', 'a.txt', Buffer.from('\ufeff<html>')],
  ['a script inside a text', 'a.txt', Buffer.from('Olá <script>alert(1)</script>')],
  ['an SVG picture', 'a.svg', Buffer.from(SVG)],
  ['an SVG picture named as another one', 'a.png', Buffer.from(SVG)],
  ['XML with a style sheet', 'a.txt', Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x"?>')],
  ['a shell script', 'a.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
  ['a script for Windows', 'a.txt', Buffer.from('@echo off\r\ndel *')],
  ['a script by its name', 'a.js', Buffer.from('alert(1)')],
  ['a script whose name ends with a dot', 'a.js.', Buffer.from('alert(1)')],
  ['a program', 'a.pdf', latin1('MZ\x90\0\x03')],
  ['a program for Linux', 'a', latin1('\x7fELF\x02')],
  ['a Word document with macros, by its name', 'a.docm', anOfficeFile('docx')],
  ['macros in a Word document', 'a.docx', anOfficeFile('docx', { 'word/vbaProject.bin': 'x' })],
  ['macros in another folder', 'a.xlsx', anOfficeFile('xlsx', { 'XL/VBAPROJECT.BIN': 'x' })],
  ['old macros of Excel', 'a.xlsx', anOfficeFile('xlsx', { 'xl/macrosheets/sheet1.xml': 'x' })],
  ['a control in a document', 'a.docx', anOfficeFile('docx', { 'word/activeX/activeX1.xml': 'x' })],
  ['an object of another program', 'a.docx', anOfficeFile('docx', { 'word/embeddings/oleObject1.bin': 'x' })],
  [
    'a type with macros under another name',
    'a.docx',
    anOfficeFile('docx', {
      '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml',
    }),
  ],
  [
    'a template from another place',
    'a.docx',
    anOfficeFile('docx', {
      'word/_rels/settings.xml.rels':
        '<Relationship Type="http://x/attachedTemplate" Target="http://evil/x.dotm" TargetMode="External"/>',
    }),
  ],
  ['macros in OpenDocument', 'a.odt', anOdt({ 'Basic/Standard/Module1.xml': 'x' })],
])('refuses %s', async (_, name, content) => {
  expect(await inspect(name, content)).toMatchObject({ code: 'attachments.active_content' })
})

const JAVASCRIPT = aPdfOf([
  '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
  '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
])

it.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['a zip file', () => aZip({ 'a.txt': 'x' }), 'attachments.type_not_accepted'],
  ['a damaged zip file', () => anOfficeFile('docx').subarray(0, 90), 'attachments.type_not_accepted'],
  ['an old Word file', () => latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), 'attachments.type_not_accepted'],
  ['a text in UTF-16', () => Buffer.from('\ufeffOlá', 'utf16le'), 'attachments.type_not_accepted'],
  ['other bytes', () => latin1('\x01\x02\x03'), 'attachments.type_not_accepted'],
  ['an empty file', () => Buffer.alloc(0), 'attachments.empty_file'],
  ['a PDF with a script', () => JAVASCRIPT, 'documents.active_pdf'],
  ['a PDF with a password', anEncryptedPdf, 'documents.encrypted_pdf'],
  ['a PDF without its table of objects', () => latin1('%PDF-1.7 nothing'), 'documents.inconsistent_pdf'],
  [
    'a document with a part too large to be checked',
    () => anOfficeFile('docx', { 'word/_rels/settings.xml.rels': ' '.repeat(2_000_000) }),
    'attachments.type_not_accepted',
  ],
])('refuses %s with its own reason', async (_, content, code) => {
  expect(await inspect('arquivo.pdf', await content())).toEqual({ code, file: 'arquivo.pdf' })
})

it('refuses a file beyond the limit', async () => {
  expect(await inspect('a.png', aPng(), { isTooLarge: true })).toMatchObject({ code: 'attachments.too_large' })
})
