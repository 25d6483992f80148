namespace Cohesion.Governance.Server.Web.Forms;

/// <summary>One possibility of a <see cref="ChoiceField"/>.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What people read, in their language.</param>
/// <param name="Note">A smaller line under it.</param>
public sealed record Choice(string Value, string Label, string? Note = null);
