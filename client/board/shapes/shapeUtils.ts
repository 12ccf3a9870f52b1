// The shapes of a journey map as tldraw knows them; given to <Tldraw shapeUtils={…}> beside its own.
import { CardUtil } from './card/CardUtil.tsx'
import { ClusterUtil } from './cluster/ClusterUtil.tsx'
import { EmotionCurveUtil } from './emotion-curve/EmotionCurveUtil.tsx'
import { JourneyMapUtil } from './journey-map/JourneyMapUtil.tsx'
import { LaneUtil } from './lane/LaneUtil.tsx'
import { StageUtil } from './stage/StageUtil.tsx'

export const journeyShapeUtils = [JourneyMapUtil, StageUtil, LaneUtil, EmotionCurveUtil, ClusterUtil, CardUtil]
