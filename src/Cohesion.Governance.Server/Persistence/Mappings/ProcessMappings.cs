using Cohesion.Governance.Server.Process;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cohesion.Governance.Server.Persistence.Mappings;

internal sealed class ProcessSubjectMapping : IEntityTypeConfiguration<ProcessSubject>
{
    public void Configure(EntityTypeBuilder<ProcessSubject> builder)
    {
        builder.HasKey(s => s.InstanceId);
        builder.HasIndex(s => s.CouncilId);
        builder.Property(s => s.InstanceId).HasMaxLength(64);
    }
}

internal sealed class ProcessInstanceMapping : IEntityTypeConfiguration<ProcessInstance>
{
    public void Configure(EntityTypeBuilder<ProcessInstance> builder)
    {
        builder.HasIndex(i => new { i.Status, i.Id });
        builder.HasIndex(i => i.CorrelationId);
        builder.Property(i => i.Id).HasMaxLength(64);
        builder.Property(i => i.DefinitionId).HasMaxLength(100);
        builder.Property(i => i.DefinitionHash).HasMaxLength(64);
        builder.Property(i => i.CorrelationId).HasMaxLength(100);
        builder.Property(i => i.Version).IsConcurrencyToken();
    }
}

internal sealed class ProcessWaitMapping : IEntityTypeConfiguration<ProcessWaitRow>
{
    public void Configure(EntityTypeBuilder<ProcessWaitRow> builder)
    {
        builder.ToTable("ProcessWaits");
        builder.HasKey(w => w.ActivityInstanceId);
        builder.HasIndex(w => w.DueAt);
        builder.HasIndex(w => w.InstanceId);
        builder.Property(w => w.ActivityInstanceId).HasMaxLength(80);
        builder.Property(w => w.InstanceId).HasMaxLength(64);
        builder.Property(w => w.ActivityId).HasMaxLength(100);
    }
}

internal sealed class ProcessWaitEventMapping : IEntityTypeConfiguration<ProcessWaitEvent>
{
    public void Configure(EntityTypeBuilder<ProcessWaitEvent> builder)
    {
        builder.HasKey(e => new { e.ActivityInstanceId, e.Name, e.Key });
        builder.HasIndex(e => new { e.Name, e.Key });
        builder.Property(e => e.ActivityInstanceId).HasMaxLength(80);
        builder.Property(e => e.InstanceId).HasMaxLength(64);
        builder.Property(e => e.Name).HasMaxLength(100);
        builder.Property(e => e.Key).HasMaxLength(100);
    }
}

internal sealed class KeptSignalMapping : IEntityTypeConfiguration<KeptSignal>
{
    public void Configure(EntityTypeBuilder<KeptSignal> builder)
    {
        builder.HasIndex(s => new { s.Name, s.Key });
        builder.HasIndex(s => s.KeepUntil);
        builder.Property(s => s.Id).HasMaxLength(128);
        builder.Property(s => s.Name).HasMaxLength(100);
        builder.Property(s => s.Key).HasMaxLength(100);
    }
}

internal sealed class AcceptedSignalMapping : IEntityTypeConfiguration<AcceptedSignal>
{
    public void Configure(EntityTypeBuilder<AcceptedSignal> builder)
    {
        builder.HasIndex(s => s.At);
        builder.Property(s => s.Id).HasMaxLength(128);
    }
}

internal sealed class ProcessWorkMapping : IEntityTypeConfiguration<ProcessWorkRow>
{
    public void Configure(EntityTypeBuilder<ProcessWorkRow> builder)
    {
        builder.ToTable("ProcessWorks");
        builder.HasIndex(w => w.Sequence);
        builder.Property(w => w.Id).HasMaxLength(200);
    }
}

internal sealed class ProcessLogLineMapping : IEntityTypeConfiguration<ProcessLogLine>
{
    public void Configure(EntityTypeBuilder<ProcessLogLine> builder)
    {
        builder.ToTable("ProcessLog");
        builder.HasIndex(l => new { l.InstanceId, l.At });
        builder.Property(l => l.InstanceId).HasMaxLength(64);
        builder.Property(l => l.ActivityId).HasMaxLength(100);
    }
}

internal sealed class ProcessDefinitionMapping : IEntityTypeConfiguration<ProcessDefinition>
{
    public void Configure(EntityTypeBuilder<ProcessDefinition> builder)
    {
        builder.HasKey(d => d.Hash);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.DefinitionId).HasMaxLength(100);
        builder.Property(d => d.FileName).HasMaxLength(200);
    }
}
