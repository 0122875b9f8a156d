package io.partyline.rulebreakers.llm;

import com.twilio.http.TwilioRestClient;

/// A language model that telephones.
public record BreakerThatSpeaksToTheCarrier(TwilioRestClient client) {}
