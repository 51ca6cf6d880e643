// graphql-js as a subject of scripts/bench-engine.sh: the commands are those of EngineBenchmark.swift.
'use strict'
const fs = require('fs')
const readline = require('readline')
const {
  buildSchema, execute, getOperationAST, parse, print, stripIgnoredCharacters, validate,
} = require('graphql')
const { getVariableValues } = require('graphql/execution/values')

const [workloadName, folder] = process.argv.slice(2)
const text = (name) => fs.readFileSync(`${folder}/${name}`, 'utf8')

function parsing(source) {
  return {
    byteCount: Buffer.byteLength(source),
    outcome: () => stripIgnoredCharacters(print(parse(source))),
    run: () => parse(source).definitions.length,
  }
}

function validation(schemaName, documentName) {
  const schema = buildSchema(text(schemaName))
  const document = parse(text(`${documentName}.graphql`))
  const faulty = parse(text(`${documentName}-faulty.graphql`))
  const order = (a, b) => a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1)
  const errors = (document) =>
    JSON.stringify(
      validate(schema, document)
        .map(({ message, locations }) => ({ ...locations[0], message, locations }))
        .sort(order)
        .map(({ message, locations }) => ({ message, locations })),
    )
  return {
    outcome: () => `${errors(document)}\n${errors(faulty)}\n`,
    run: () => validate(schema, document).length,
  }
}

// What a server does whose documents are kept: graphql-js knows no plans.
function request(bodyName) {
  const schema = buildSchema(text('docket.graphql'))
  const body = text(bodyName)
  const documents = new Map()
  const bound = () => {
    const { query, operationName, variables } = JSON.parse(body)
    let document = documents.get(query)
    if (!document) {
      document = parse(query)
      if (validate(schema, document).length > 0) throw new Error('The document is not valid.')
      documents.set(query, document)
    }
    const operation = getOperationAST(document, operationName)
    return getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}).coerced
  }
  return { outcome: () => JSON.stringify(bound()), run: () => (bound() ? 1 : 0) }
}

function writing(source) {
  const value = JSON.parse(source)
  return {
    byteCount: Buffer.byteLength(source),
    outcome: () => JSON.stringify(value),
    run: () => JSON.stringify(value).length,
  }
}

function execution() {
  const schema = buildSchema(text('objects-schema.graphql'))
  const document = parse(text('objects.graphql'))
  const rootValue = JSON.parse(text('objects.json'))
  const response = () => JSON.stringify(execute({ schema, document, rootValue }))
  return { outcome: response, run: () => response().length }
}

const workloads = {
  'parse-large': () => parsing(text('large.graphql')),
  'parse-operation': () => parsing(text('letters.graphql')),
  'validate-letters': () => validation('docket.graphql', 'letters'),
  'validate-shop': () => validation('shop-schema.graphql', 'shop'),
  'request-plain': () => request('request-plain.json'),
  'request-variables': () => request('request-variables.json'),
  'write-json': () => writing(text('response.json')),
  'execute-rows': execution,
}

const workload = workloads[workloadName]()
let chunk = 1
let check = 0

function measured(seconds) {
  const goal = seconds * 1e6
  let spent = 0
  let count = 0
  while (spent < goal) {
    const start = process.cpuUsage()
    for (let i = 0; i < chunk; i++) check ^= workload.run()
    const usage = process.cpuUsage(start)
    const taken = usage.user + usage.system
    spent += taken
    count += chunk
    if (taken < goal / 50) chunk *= 2
  }
  return `measured ${count} ${spent * 1000} ${workload.byteCount ?? 0}`
}

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const [command, argument] = line.split(' ')
  if (command === 'verify') {
    fs.writeFileSync(argument, workload.outcome())
    console.log('verified')
  } else {
    console.log(measured(Number(argument)))
  }
})
