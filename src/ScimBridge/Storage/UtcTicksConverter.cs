using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ScimBridge.Storage;

/// <summary>Keeps a moment as UTC ticks, which every database compares and sorts.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    moment => moment.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
