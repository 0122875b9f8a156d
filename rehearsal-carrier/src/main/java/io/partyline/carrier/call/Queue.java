package io.partyline.carrier.call;

import io.partyline.carrier.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One of the carrier's queues: callers in the order they came, and how long they waited.
///
/// Safe for use by many threads at once.
public final class Queue {
    /// Somebody who waits.
    public record Member(String callSid, Instant since) {
        public Duration waited(Instant now) {
            return Duration.between(since, now);
        }
    }

    private final String sid;
    private final String name;
    private final List<Member> members = new ArrayList<>();
    private long left;
    private Duration waitedInAll = Duration.ZERO;
    private int maxSize = Verb.Enqueue.DEFAULT_SIZE;

    Queue(String sid, String name) {
        this.sid = sid;
        this.name = name;
    }

    public String sid() {
        return sid;
    }

    public String name() {
        return name;
    }

    public synchronized int maxSize() {
        return maxSize;
    }

    /// Lets a caller in at the end; false if the queue is full.
    synchronized boolean enter(String callSid, Instant now, int atMost) {
        maxSize = atMost;
        return members.size() < maxSize && members.add(new Member(callSid, now));
    }

    /// Takes a caller out; empty if they are not in.
    public synchronized Optional<Member> leave(String callSid, Instant now) {
        Optional<Member> member = find(callSid);
        member.ifPresent(gone -> count(gone, now));
        return member;
    }

    private void count(Member gone, Instant now) {
        members.remove(gone);
        left++;
        waitedInAll = waitedInAll.plus(gone.waited(now));
    }

    public synchronized Optional<Member> find(String callSid) {
        return members.stream().filter(member -> member.callSid().equals(callSid)).findFirst();
    }

    public synchronized List<Member> members() {
        return List.copyOf(members);
    }

    /// From 1 for the caller who is next; 0 if they are not in.
    public synchronized int position(String callSid) {
        return find(callSid).map(members::indexOf).orElse(-1) + 1;
    }

    /// The mean wait of those who have left.
    public synchronized Duration averageWait() {
        return left == 0 ? Duration.ZERO : waitedInAll.dividedBy(left);
    }
}
