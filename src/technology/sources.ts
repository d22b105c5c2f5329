/** Sources that several tables cite. */
import { dated } from './rows'

export const horowitz = dated(
  "Horowitz, Computing's Energy Problem (and What We Can Do about It), ISSCC (2014)",
  2014,
  '10.1109/ISSCC.2014.6757323'
)

export const jouppi = dated(
  "Jouppi et al., Ten Lessons from Three Generations Shaped Google's TPUv4i, ISCA (2021), Table 2",
  2021,
  '10.1109/ISCA52012.2021.00010'
)

export const mehta = dated(
  'Mehta, Aono & Chakrabartty, Nat. Commun. 13, 1670 (2022); arXiv:2104.05926',
  2022,
  'https://arxiv.org/abs/2104.05926'
)

export const davies = dated(
  'Davies et al., IEEE Micro 38(1), 82 (2018), Table 2',
  2018,
  '10.1109/MM.2018.112130359'
)

export const anpI = dated(
  'Zhang et al., IEEE J. Solid-State Circuits (2024)',
  2024,
  '10.1109/JSSC.2024.3357045'
)
