// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.translator.internal.resolve.registry;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.net.InetAddresses;
import io.rutter.model.serviceentry.Resolution;
import io.rutter.model.serviceentry.ServiceEntry;
import io.rutter.model.serviceentry.ServiceEntryAddress;
import io.rutter.translator.internal.resolve.host.IpAddresses;
import io.rutter.translator.internal.resolve.host.IpRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The addresses of the services of a {@link ServiceEntry}. Istio document: Service Entry, {@code
 * addresses} and Automatic address allocation.
 */
final class ServiceEntryAddresses {
  /** Label by which an entry opts out of automatic addresses. */
  private static final String ALLOCATION_LABEL = "networking.istio.io/enable-autoallocate-ip";

  private ServiceEntryAddresses() {}

  /**
   * The addresses of each service made from one host: a list of one address for each valid,
   * distinct address of the entry, or one empty list if it declares none. An entry with only
   * invalid addresses has no services.
   */
  static ImmutableList<ImmutableList<String>> perService(ServiceEntry entry) {
    if (entry.addresses().isEmpty()) {
      return ImmutableList.of(ImmutableList.of());
    }
    return entry.addresses().stream()
        .flatMap(address -> normalized(address).stream())
        .distinct()
        .map(ImmutableList::of)
        .collect(toImmutableList());
  }

  private static Optional<String> normalized(String address) {
    if (IpAddresses.isIp(address)) {
      return Optional.of(address);
    }
    return IpRange.parse(address)
        .map(range -> range.isSingleAddress() ? range.addressText() : address);
  }

  /**
   * The addresses allocated to one host, IPv4 before IPv6 and the last of each family; only for
   * entries with a resolution and without addresses of their own.
   */
  static ImmutableList<String> allocated(ServiceEntry entry, String host) {
    boolean optedOut =
        entry.metadata().labels().getOrDefault(ALLOCATION_LABEL, "").equalsIgnoreCase("false");
    if (entry.resolution() == Resolution.NONE || optedOut || !entry.addresses().isEmpty()) {
      return ImmutableList.of();
    }
    List<InetAddress> allocated =
        entry.allocatedAddresses().stream()
            .filter(address -> address.host().orElse("").equals(host))
            .map(ServiceEntryAddress::value)
            .flatMap(value -> IpAddresses.parse(value).stream())
            .toList();
    return Stream.of(
            allocated.stream().filter(Inet4Address.class::isInstance),
            allocated.stream().filter(address -> !(address instanceof Inet4Address)))
        .flatMap(family -> family.reduce((earlier, later) -> later).stream())
        .map(InetAddresses::toAddrString)
        .collect(toImmutableList());
  }
}
