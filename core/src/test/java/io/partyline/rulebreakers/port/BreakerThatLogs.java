package io.partyline.rulebreakers.port;

/// A port that logs.
public final class BreakerThatLogs {
    void log(System.Logger logger) {
        logger.log(System.Logger.Level.INFO, "ringing");
    }
}
