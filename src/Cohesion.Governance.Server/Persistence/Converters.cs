using Cohesion.Governance.Domain.Councils;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cohesion.Governance.Server.Persistence;

/// <summary>Points in time as UTC ticks (100 ns since year 1), which every database compares and indexes alike.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>Measures of a seat as their canonical text.</summary>
internal sealed class MeasureValuesConverter() : ValueConverter<MeasureValues, string>(
    values => values.ToString(),
    text => MeasureValues.Parse(text));
