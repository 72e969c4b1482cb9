// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.destinationrule;

import io.rutter.model.destinationrule.ConsistentHash;
import io.rutter.model.destinationrule.CookieAttribute;
import io.rutter.model.destinationrule.HashAlgorithm;
import io.rutter.model.destinationrule.HashCookie;
import io.rutter.model.destinationrule.HashKey;
import io.rutter.model.destinationrule.LoadBalancer;
import io.rutter.model.destinationrule.LoadBalancerPolicy;
import io.rutter.model.destinationrule.Maglev;
import io.rutter.model.destinationrule.RingHash;
import io.rutter.model.destinationrule.SimpleLoadBalancer;
import io.rutter.model.destinationrule.Warmup;
import io.rutter.yaml.internal.node.ObjectNode;
import java.util.Optional;

/** Reads {@link LoadBalancer}. */
final class LoadBalancerReader {
  private LoadBalancerReader() {}

  /** Istio: {@code LoadBalancerSettings}. */
  static LoadBalancer loadBalancer(ObjectNode in) {
    LoadBalancer.Builder balancer = LoadBalancer.builder();
    loadBalancerPolicy(in).ifPresent(balancer::policy);
    in.object("localityLbSetting", LocalityReader::localityLbSetting)
        .ifPresent(balancer::localityLbSetting);
    in.object("zoneAwareLbSetting", LocalityReader::zoneAwareLbSetting)
        .ifPresent(balancer::zoneAwareLbSetting);
    in.duration("warmupDurationSecs").ifPresent(balancer::warmupDurationSecs);
    in.object("warmup", LoadBalancerReader::warmup).ifPresent(balancer::warmup);
    in.ignore(
        "istiod accepts this setting of newer API versions and nothing reads it, so least request stays in use",
        "backendUtilization");
    return balancer.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<LoadBalancerPolicy> loadBalancerPolicy(ObjectNode in) {
    return in.oneOf("simple", "consistentHash")
        .flatMap(
            field ->
                switch (field) {
                  case "simple" ->
                      in.enumValue("simple", SimpleLoadBalancer.class)
                          .map(LoadBalancerPolicy.Simple::new);
                  default ->
                      in.object("consistentHash", LoadBalancerReader::consistentHash)
                          .map(LoadBalancerPolicy.Hashed::new);
                });
  }

  /** Istio: {@code LoadBalancerSettings.ConsistentHashLB}. */
  private static ConsistentHash consistentHash(ObjectNode in) {
    ConsistentHash.Builder hash = ConsistentHash.builder();
    hashKey(in).ifPresent(hash::hashKey);
    hashAlgorithm(in).ifPresent(hash::hashAlgorithm);
    in.uint64("minimumRingSize").ifPresent(hash::minimumRingSize);
    return hash.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<HashKey> hashKey(ObjectNode in) {
    return in.oneOf("httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName")
        .flatMap(
            field ->
                switch (field) {
                  case "httpHeaderName" ->
                      in.stringValue("httpHeaderName").map(HashKey.Header::new);
                  case "httpCookie" ->
                      in.object("httpCookie", LoadBalancerReader::hashCookie)
                          .map(HashKey.Cookie::new);
                  case "useSourceIp" -> in.boolValue("useSourceIp").map(HashKey.SourceIp::new);
                  default ->
                      in.stringValue("httpQueryParameterName").map(HashKey.QueryParameter::new);
                });
  }

  /** Istio: {@code LoadBalancerSettings.ConsistentHashLB.HTTPCookie}. */
  private static HashCookie hashCookie(ObjectNode in) {
    HashCookie.Builder cookie = HashCookie.builder();
    cookie.name(in.requiredString("name"));
    in.string("path").ifPresent(cookie::path);
    in.duration("ttl").ifPresent(cookie::ttl);
    cookie.attributes(in.objects("attributes", LoadBalancerReader::cookieAttribute));
    return cookie.build();
  }

  /** Istio: {@code LoadBalancerSettings.ConsistentHashLB.HTTPCookie.Attribute}. */
  private static CookieAttribute cookieAttribute(ObjectNode in) {
    CookieAttribute.Builder attribute = CookieAttribute.builder();
    attribute.name(in.requiredString("name"));
    in.string("value").ifPresent(attribute::value);
    return attribute.build();
  }

  /** The field of this oneof that is set; {@code in} is the message around it. */
  private static Optional<HashAlgorithm> hashAlgorithm(ObjectNode in) {
    return in.oneOf("ringHash", "maglev")
        .flatMap(
            field ->
                switch (field) {
                  case "ringHash" ->
                      in.object("ringHash", LoadBalancerReader::ringHash)
                          .map(HashAlgorithm.Ring::new);
                  default ->
                      in.object("maglev", LoadBalancerReader::maglev).map(HashAlgorithm.Table::new);
                });
  }

  private static RingHash ringHash(ObjectNode in) {
    RingHash.Builder hash = RingHash.builder();
    in.uint64("minimumRingSize").ifPresent(hash::minimumRingSize);
    return hash.build();
  }

  /** Istio: {@code LoadBalancerSettings.ConsistentHashLB.MagLev}. */
  private static Maglev maglev(ObjectNode in) {
    Maglev.Builder maglev = Maglev.builder();
    in.uint64("tableSize").ifPresent(maglev::tableSize);
    return maglev.build();
  }

  /** Istio: {@code WarmupConfiguration}. */
  private static Warmup warmup(ObjectNode in) {
    Warmup.Builder warmup = Warmup.builder();
    in.duration("duration").ifPresent(warmup::duration);
    in.numberValue("minimumPercent").ifPresent(warmup::minimumPercent);
    in.numberValue("aggression").ifPresent(warmup::aggression);
    return warmup.build();
  }
}
