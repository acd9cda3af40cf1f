import { alamiHonoraryDegree } from './alone/alami-honorary-degree.ts'
import { aouadiFireCampaign } from './alone/aouadi-fire-campaign.ts'
import { beeCorridors } from './alone/bee-corridors.ts'
import { boualemTheBaker } from './alone/boualem-the-baker.ts'
import { chessTitle } from './alone/chess-title.ts'
import { chinguettiManuscripts } from './alone/chinguetti-manuscripts.ts'
import { dateAuction } from './alone/date-auction.ts'
import { figTree } from './alone/fig-tree.ts'
import { kuwaitHandballFinal } from './alone/kuwait-handball-final.ts'
import { lighthouseLibrary } from './alone/lighthouse-library.ts'
import { mapmakersNotebook } from './alone/mapmakers-notebook.ts'
import { museumShip } from './alone/museum-ship.ts'
import { passauFlood } from './alone/passau-flood.ts'
import { piranMayor } from './alone/piran-mayor.ts'
import { shamaylehTrainingCentre } from './alone/shamayleh-training-centre.ts'
import { tideTableEssay } from './alone/tide-table-essay.ts'
import { zarqaBuses } from './alone/zarqa-buses.ts'
import { ammanFestival } from './events/amman-festival.ts'
import { antwerpDockStrike } from './events/antwerp-dock-strike.ts'
import { dengueTrial } from './events/dengue-trial.ts'
import { maghrebCupFinal } from './events/maghreb-cup-final.ts'
import { mineAccident } from './events/mine-accident.ts'
import { oilSlickRuling } from './events/oil-slick-ruling.ts'
import { rescuePact } from './events/rescue-pact.ts'
import { siroccoLaunch } from './events/sirocco-launch.ts'
import { tataouineFlood } from './events/tataouine-flood.ts'
import { tradeAccord } from './events/trade-accord.ts'
import { triesteMayor } from './events/trieste-mayor.ts'
import { valenciaDockStrike } from './events/valencia-dock-strike.ts'
import type { SampleReport } from './sample-report.ts'

/** Every article of the sample, also those that come out only after the start. */
export const reports: SampleReport[] = [
  alamiHonoraryDegree,
  aouadiFireCampaign,
  beeCorridors,
  boualemTheBaker,
  chessTitle,
  chinguettiManuscripts,
  dateAuction,
  figTree,
  kuwaitHandballFinal,
  lighthouseLibrary,
  mapmakersNotebook,
  museumShip,
  passauFlood,
  piranMayor,
  shamaylehTrainingCentre,
  tideTableEssay,
  zarqaBuses,
  ...ammanFestival,
  ...antwerpDockStrike,
  ...dengueTrial,
  ...maghrebCupFinal,
  ...mineAccident,
  ...oilSlickRuling,
  ...rescuePact,
  ...siroccoLaunch,
  ...tataouineFlood,
  ...tradeAccord,
  ...triesteMayor,
  ...valenciaDockStrike,
]
