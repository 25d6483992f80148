using Cohesion.Governance.Domain;
using Cohesion.Governance.Server.Access;
using Cohesion.Governance.Server.Pipeline;

namespace Cohesion.Governance.Server.Features.FollowUps.EvidencePhotographFile;

/// <summary>A photograph of the evidence, for whoever may see the action.</summary>
/// <param name="Small">Whether the thumbnail will do.</param>
[Title("looks at a photograph of the evidence", "查看凭证照片")]
[RequiresMembership]
[Refuses<PhotographAltered>]
internal sealed record EvidencePhotographFileQuery(Guid FollowUpId, Guid PhotographId, bool Small = false) : IQuery<PhotographFile>, IConcernsFollowUp;

/// <param name="Content">The JPEG file.</param>
/// <param name="Sha256">Its hash, 64 hexadecimal digits.</param>
internal sealed record PhotographFile(byte[] Content, string Sha256);

/// <summary>What lies in the database is not what was handed in.</summary>
internal sealed record PhotographAltered : Refusal
{
    public override LocalText Message => new(
        "This photograph is not the one that was handed in: its SHA-256 is another. Tell the auditor.", "该照片与提交时不一致（SHA-256 不符）。请告知审计人员。");
}
