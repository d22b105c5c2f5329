/** Python, where it is there: what it makes of a module. */
import { execFileSync, spawnSync } from 'node:child_process'

export const hasPython = spawnSync('python3', ['--version']).status === 0

/** Whether Python can read YAML, as Accelergy does. */
export const hasYaml = spawnSync('python3', ['-c', 'import yaml']).status === 0

/** What Accelergy's own parser makes of texts of YAML. */
export const yamlByPython = (texts: readonly string[]): readonly unknown[] => {
  const script =
    'import json, sys, yaml; print(json.dumps([yaml.safe_load(text) for text in json.load(sys.stdin)]))'
  return JSON.parse(
    execFileSync('python3', ['-c', script], { maxBuffer: 2 ** 28, input: JSON.stringify(texts) }).toString()
  ) as unknown[]
}

/** As much of hwcomponents as a model uses: a base class, the mark of an action, its cost. */
const stub = `
import json, sys, types

class ComponentModel:
    def __init__(self, area, leak_power):
        self.area, self.leak_power = area, leak_power

class ActionCost:
    def __init__(self, energy, latency, throughput):
        self.energy, self.latency, self.throughput = energy, latency, throughput

def action(method):
    method.is_action = True
    return method

module = types.ModuleType('hwcomponents')
module.ComponentModel, module.ActionCost, module.action = ComponentModel, ActionCost, action
sys.modules['hwcomponents'] = module

def called(of, calls):
    space = {}
    exec(compile(of, 'module', 'exec'), space)
    found = []
    for name, given, method, arguments in calls:
        made = space[name](**given)
        assert issubclass(space[name], ComponentModel) and 0 <= made.priority <= 1
        names = made.component_name
        if method is None:
            found.append([names, made.area, made.leak_power])
        else:
            assert getattr(made, method).is_action
            cost = getattr(made, method)(**arguments)
            found.append([names, cost.energy, cost.latency, cost.throughput])
    return found

print(json.dumps([called(of, calls) for of, calls in json.load(sys.stdin)]))
`

/** A model that is made of a class, and a call of one of its actions; of none, its area and leakage. */
export type Call = readonly [
  className: string,
  made: Readonly<Record<string, number>>,
  method: string | null,
  given: Readonly<Record<string, unknown>>
]

/** What calls of modules give: energies and the like, as Python has them. */
export const calledInPython = (
  modules: readonly (readonly [text: string, calls: readonly Call[]])[]
): readonly (readonly unknown[][])[] =>
  JSON.parse(
    execFileSync('python3', ['-c', stub], { maxBuffer: 2 ** 28, input: JSON.stringify(modules) }).toString()
  ) as unknown[][][]

/** What Python says of the syntax of modules; nothing of those that are right. */
export const parsedByPython = (modules: readonly string[]): readonly (string | null)[] => {
  const script = `
import ast, json, sys
def problem(text):
    try:
        ast.parse(text)
    except (SyntaxError, ValueError) as error:
        return str(error)
print(json.dumps([problem(text) for text in json.load(sys.stdin)]))
`
  return JSON.parse(
    execFileSync('python3', ['-c', script], { maxBuffer: 2 ** 28, input: JSON.stringify(modules) }).toString()
  ) as (string | null)[]
}
