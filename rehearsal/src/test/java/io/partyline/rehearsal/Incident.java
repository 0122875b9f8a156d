package io.partyline.rehearsal;

/// What goes wrong in an [Evening], or is done to those who speak.
enum Incident {
    THE_HOST_STOPS_AN_AI_CALLER,
    THE_HOST_MUTES_THE_AI_CALLERS,
    THE_HOST_BARGES_IN,
    A_CALLER_BARGES_IN,
    AN_AI_CALLER_IS_HUNG_UP,
    A_CALLER_HANGS_UP,
    A_CALLER_COMES_ON,
    THE_HOST_ASKS_ANEW,
    A_MODEL_STALLS,
    A_MODEL_BREAKS_OFF,
    A_VOICE_STALLS,
    A_VOICE_BREAKS_OFF,
    A_VOICE_REFUSES
}
