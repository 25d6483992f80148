using Cohesion.Governance.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.HasIndex(m => new { m.CouncilId, m.Number }).IsUnique();
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Place).HasMaxLength(200);
        builder.Property(m => m.LastReminder).HasMaxLength(200);
        builder.Property(m => m.CancelReason).HasMaxLength(2000);
        builder.Ignore(m => m.IsEnded);
        builder.Ignore(m => m.IsOpenForCheckIn);
    }
}

internal sealed class AgendaItemMapping : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.HasIndex(i => i.MeetingId);
        builder.HasIndex(i => i.ProposalId);
        builder.Property(i => i.Title).HasMaxLength(200);
    }
}

internal sealed class AttendanceMapping : IEntityTypeConfiguration<Attendance>
{
    // One stay at a time: whoever comes back after leaving has a second row, and two check-ins at once end in one.
    public void Configure(EntityTypeBuilder<Attendance> builder) =>
        builder.HasIndex(a => new { a.MeetingId, a.Call, a.SeatId, a.Stay }).IsUnique();
}

internal sealed class SpeakerTurnMapping : IEntityTypeConfiguration<SpeakerTurn>
{
    // Two requests of a seat at once end in one.
    public void Configure(EntityTypeBuilder<SpeakerTurn> builder)
    {
        builder.HasIndex(t => new { t.MeetingId, t.SeatId, t.Number }).IsUnique();
        builder.Ignore(t => t.IsWaiting);
        builder.Ignore(t => t.IsSpeaking);
    }
}

internal sealed class MinutesTextMapping : IEntityTypeConfiguration<MinutesText>
{
    public void Configure(EntityTypeBuilder<MinutesText> builder) => builder.HasKey(m => new { m.MeetingId, m.Number });
}

internal sealed class MinutesCorrectionMapping : IEntityTypeConfiguration<MinutesCorrection>
{
    public void Configure(EntityTypeBuilder<MinutesCorrection> builder) => builder.HasIndex(c => c.MeetingId);
}
