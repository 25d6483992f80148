using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cohesion.Governance.Domain.Rules;
using Cohesion.Governance.Server.Features.Votes;
using Cohesion.Governance.Server.Web;

namespace Cohesion.Governance.Load;

/// <summary>What the server says became of a ballot; of its answer, what is looked at here.</summary>
internal sealed record ReceiptAnswer(ReceiptState State, BallotChoice Choice);

/// <summary>Sends ballots over HTTP as voters' programs do, each under an <c>Idempotency-Key</c> of its seat, so that sending again is the same ballot.</summary>
internal sealed class BallotCaller : IDisposable
{
    private readonly HttpClient client;
    private readonly Guid voteId;

    /// <param name="address">Where the server answers.</param>
    /// <param name="voteId">The vote.</param>
    /// <param name="callers">How many call at a time; each has a connection of its own.</param>
    public BallotCaller(Uri address, Guid voteId, int callers)
    {
        client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = callers, UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        this.voteId = voteId;
    }

    /// <summary>What a voter says, which follows from his seat: sent again it is the same.</summary>
    public static BallotChoice ChoiceOf(Voter voter) => (BallotChoice)(voter.SeatId.ToByteArray()[15] % 3);

    /// <summary>Casts a voter's ballot.</summary>
    /// <returns>The receipt; null where no answer came, so that nobody knows whether it was taken.</returns>
    /// <exception cref="InvalidOperationException">The server answered with anything but a receipt.</exception>
    public async Task<BallotReceipt?> Cast(Voter voter, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/votes/{voteId:D}/ballots")
        {
            Content = JsonContent.Create(new { seatId = voter.SeatId, choice = ChoiceOf(voter) }, options: Json.Options),
        };
        request.Headers.Add("Idempotency-Key", $"load-{voter.SeatId:N}");
        return await Answer<BallotReceipt>(request, voter, ct);
    }

    /// <summary>Asks what became of a ballot.</summary>
    /// <returns>What the server says; null where no answer came.</returns>
    /// <exception cref="InvalidOperationException">The server does not know the receipt.</exception>
    public async Task<ReceiptAnswer?> Check(Voter voter, string receipt, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/votes/{voteId:D}/receipts/{receipt}");
        return await Answer<ReceiptAnswer>(request, voter, ct);
    }

    /// <summary>A voter's ballot as a request made beforehand.</summary>
    public static byte[] RequestOf(Uri address, Guid voteId, Voter voter) => DirectConnection.Request(
        "POST", address, $"/api/votes/{voteId:D}/ballots", [("Authorization", "Bearer " + voter.Token), ("Idempotency-Key", $"load-{voter.SeatId:N}")],
        JsonSerializer.SerializeToUtf8Bytes(new { seatId = voter.SeatId, choice = ChoiceOf(voter) }, Json.Options));

    public void Dispose() => client.Dispose();

    private async Task<T?> Answer<T>(HttpRequestMessage request, Voter voter, CancellationToken ct)
        where T : class
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", voter.Token);
        try
        {
            using var answer = await client.SendAsync(request, ct);
            return answer.IsSuccessStatusCode
                ? JsonSerializer.Deserialize<T>(await answer.Content.ReadAsStringAsync(ct), Json.Options)!
                : throw new InvalidOperationException($"{request.Method} {request.RequestUri} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(ct)}");
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException || (cut is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
