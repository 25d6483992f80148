using Cohesion.Governance.Domain;
using MediatR;

namespace Cohesion.Governance.Server.Pipeline;

/// <summary>A command or query: something that can be asked of the server, granted or refused.</summary>
internal interface IAsk;

/// <summary>Asks for a change. Runs in one transaction with its journal entry, outbox rows and live events.</summary>
internal interface ICommand<T> : IRequest<Outcome<T>>, IAsk, ICommand;

/// <summary>The untyped mark of a command.</summary>
internal interface ICommand;

/// <summary>Asks to be told something; changes nothing.</summary>
internal interface IQuery<T> : IRequest<Outcome<T>>, IAsk;

/// <summary>The subject a request is about, from which the access step finds the council.</summary>
internal interface IConcerns
{
    /// <summary>Id of the subject: a council, proposal, vote … as the derived interface says.</summary>
    Guid SubjectId { get; }
}

internal interface IConcernsStreet : IConcerns
{
    Guid StreetId { get; }

    Guid IConcerns.SubjectId => StreetId;
}

internal interface IConcernsCouncil : IConcerns
{
    Guid CouncilId { get; }

    Guid IConcerns.SubjectId => CouncilId;
}

internal interface IConcernsNeed : IConcerns
{
    Guid NeedId { get; }

    Guid IConcerns.SubjectId => NeedId;
}

internal interface IConcernsProposal : IConcerns
{
    Guid ProposalId { get; }

    Guid IConcerns.SubjectId => ProposalId;
}

internal interface IConcernsObjection : IConcerns
{
    Guid ObjectionId { get; }

    Guid IConcerns.SubjectId => ObjectionId;
}

internal interface IConcernsMeeting : IConcerns
{
    Guid MeetingId { get; }

    Guid IConcerns.SubjectId => MeetingId;
}

internal interface IConcernsVote : IConcerns
{
    Guid VoteId { get; }

    Guid IConcerns.SubjectId => VoteId;
}

internal interface IConcernsResolution : IConcerns
{
    Guid ResolutionId { get; }

    Guid IConcerns.SubjectId => ResolutionId;
}

internal interface IConcernsFollowUp : IConcerns
{
    Guid FollowUpId { get; }

    Guid IConcerns.SubjectId => FollowUpId;
}

/// <summary>Concerns whatever a live topic is about.</summary>
internal interface IConcernsTopic : IConcerns
{
    /// <summary>The topic's name; one that names nothing is treated as a subject that does not exist.</summary>
    string Topic { get; }

    Guid IConcerns.SubjectId => Live.Topics.SubjectOf(Topic)?.SubjectId ?? Guid.Empty;
}

/// <summary>A property of a command that must not stand in the journal (a password, a secret choice).</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NotInJournalAttribute : Attribute;

/// <summary>A refusal this request may be answered with; the pipeline holds handlers to it and docs/capabilities.md lists it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RefusesAttribute<TRefusal> : RefusesAttribute
    where TRefusal : Refusal
{
    public override Type Refusal => typeof(TRefusal);
}

internal abstract class RefusesAttribute : Attribute
{
    public abstract Type Refusal { get; }
}

/// <summary>Asks for something whose traces stay even when it is refused (a failed sign-in counts towards the lock-out), so it runs in no transaction of ours.</summary>
internal interface IAttempt<T> : IRequest<Outcome<T>>, IAsk;

/// <summary>What a request does, as a journal says it of whoever sent it: "raises a need", 提出诉求.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TitleAttribute(string en, string zh) : Attribute
{
    public LocalText Text { get; } = new(en, zh);
}
