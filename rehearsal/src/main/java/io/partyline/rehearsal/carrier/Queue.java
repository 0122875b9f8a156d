package io.partyline.rehearsal.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the carrier's queues: callers in the order they came, and how long they waited.
///
/// Safe for use by many threads at once.
final class Queue {
    /// Callers that fit by default (documented).
    static final int DEFAULT_SIZE = 1000;

    /// Somebody who waits.
    record Member(String callSid, Instant since) {
        Duration waited(Instant now) {
            return Duration.between(since, now);
        }
    }

    private final String sid;
    private final String name;
    private final List<Member> members = new ArrayList<>();
    private long left;
    private Duration waitedInAll = Duration.ZERO;
    private int maxSize = DEFAULT_SIZE;

    Queue(String sid, String name) {
        this.sid = sid;
        this.name = name;
    }

    String sid() {
        return sid;
    }

    String name() {
        return name;
    }

    synchronized int maxSize() {
        return maxSize;
    }

    /// Lets a caller in at the end; false if the queue is full.
    synchronized boolean enter(String callSid, Instant now, int atMost) {
        maxSize = atMost;
        return members.size() < maxSize && members.add(new Member(callSid, now));
    }

    /// Takes a caller out; empty if they are not in.
    synchronized Optional<Member> leave(String callSid, Instant now) {
        Optional<Member> member = find(callSid);
        member.ifPresent(gone -> count(gone, now));
        return member;
    }

    private void count(Member gone, Instant now) {
        members.remove(gone);
        left++;
        waitedInAll = waitedInAll.plus(gone.waited(now));
    }

    synchronized Optional<Member> find(String callSid) {
        return members.stream().filter(member -> member.callSid().equals(callSid)).findFirst();
    }

    synchronized List<Member> members() {
        return List.copyOf(members);
    }

    /// From 1 for the caller who is next; 0 if they are not in.
    synchronized int position(String callSid) {
        return find(callSid).map(members::indexOf).orElse(-1) + 1;
    }

    /// The mean wait of those who have left.
    synchronized Duration averageWait() {
        return left == 0 ? Duration.ZERO : waitedInAll.dividedBy(left);
    }
}
