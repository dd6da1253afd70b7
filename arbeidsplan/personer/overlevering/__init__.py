"""The handover after the annual meeting: who goes on, who leaves, who comes in, and who follows the measures up."""
